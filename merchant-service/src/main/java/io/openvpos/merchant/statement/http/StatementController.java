package io.openvpos.merchant.statement.http;

import io.openvpos.merchant.access.MerchantAccess;
import io.openvpos.merchant.ledger.domain.journal.HeadKey;
import io.openvpos.merchant.ledger.parameter.OneLedger;
import io.openvpos.merchant.profile.Merchants;
import io.openvpos.merchant.profile.domain.Merchant;
import io.openvpos.merchant.statement.Statements;
import io.openvpos.merchant.statement.domain.Period;
import io.openvpos.merchant.statement.domain.Statement;
import io.openvpos.merchant.statement.format.CsvProfile;
import io.openvpos.merchant.statement.format.CsvStatement;
import io.openvpos.merchant.statement.format.JsonStatement;
import io.openvpos.merchant.statement.format.TextFormat;
import io.openvpos.merchant.statement.pdf.PdfStatement;
import io.openvpos.merchant.statement.pdf.PdfStatement.Holder;
import io.openvpos.messaging.access.Caller;
import io.openvpos.messaging.http.Languages;
import io.openvpos.messaging.http.Messages;
import io.openvpos.messaging.http.ProblemException;
import io.openvpos.money.Mode;
import io.swagger.v3.oas.annotations.Operation;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Flux;
import tools.jackson.databind.json.JsonMapper;

/// The statement of one ledger by period, for the merchant and the acquirer's staff.
@RestController
final class StatementController {

  private static final MediaType CSV = new MediaType("text", "csv", StandardCharsets.UTF_8);

  private final Merchants merchants;
  private final Statements statements;
  private final Messages messages;
  private final JsonMapper json;

  StatementController(
      Merchants merchants, Statements statements, Messages messages, JsonMapper json) {
    this.merchants = merchants;
    this.statements = statements;
    this.messages = messages;
    this.json = json;
  }

  @Operation(
      description =
          "Opens with what was owed to the merchant before the business day `from`, lists every"
              + " entry posted under the days from `from` to `to` in the ledger's order, and closes"
              + " with what was owed at the end of `to`; opening + net = closing is checked while"
              + " it is written. `format`: json (default), csv, pdf. `profile` of a CSV:"
              + " international (default) or excel-tr. The PDF is in the caller's language. At"
              + " most 366 days and 250,000 entries (422 statement_too_long).")
  @GetMapping("/v1/merchants/{id}/statements")
  ResponseEntity<Flux<DataBuffer>> statement(
      Caller caller,
      @PathVariable String id,
      @RequestParam(required = false) @Nullable String mode,
      @RequestParam(required = false) @Nullable String currency,
      @RequestParam(required = false) @Nullable String from,
      @RequestParam(required = false) @Nullable String to,
      @RequestParam(required = false) @Nullable String format,
      @RequestParam(required = false) @Nullable String profile,
      ServerWebExchange exchange) {
    List<Mode> seen = MerchantAccess.read(caller, id);
    Merchant merchant = merchants.find(id).orElseThrow(() -> ProblemException.of(404, "not_found"));
    HeadKey key = OneLedger.of(merchant.id(), merchant.currencies(), seen, mode, currency);
    Period period = period(from, to);
    Kind kind = kind(format);
    CsvProfile csv = profile(profile);
    Statement statement = statements.of(key, period);
    if (statement.entries() > Statements.MAX_ENTRIES) {
      throw ProblemException.of(422, "statement_too_long").arg(Statements.MAX_ENTRIES);
    }
    return switch (kind) {
      case JSON -> answer(kind, statement, text(statement, new JsonStatement(statement, json)));
      case CSV ->
          answer(kind, statement, text(statement, new CsvStatement(statement, csv, this::turkish)));
      case PDF -> answer(kind, statement, pdf(statement, merchant, exchange));
    };
  }

  private enum Kind {
    JSON("json"),
    CSV("csv"),
    PDF("pdf");

    private final String code;

    Kind(String code) {
      this.code = code;
    }

    MediaType type() {
      return switch (this) {
        case JSON -> MediaType.APPLICATION_JSON;
        case CSV -> StatementController.CSV;
        case PDF -> MediaType.APPLICATION_PDF;
      };
    }
  }

  private Flux<DataBuffer> text(Statement statement, TextFormat format) {
    return Bodies.of(() -> TextFormat.pieces(format, statements.lines(statement)));
  }

  private Flux<DataBuffer> pdf(Statement statement, Merchant merchant, ServerWebExchange exchange) {
    return Bodies.ofFile(file ->
        new PdfStatement(messages)
            .write(
                statement,
                statements.lines(statement),
                new Holder(merchant.name(), merchant.id()),
                Languages.of(exchange.getRequest()),
                file));
  }

  private static ResponseEntity<Flux<DataBuffer>> answer(
      Kind kind, Statement statement, Flux<DataBuffer> body) {
    HeadKey key = statement.head().key();
    String name =
        String.join(
            "-",
            "statement",
            key.mode().code(),
            key.currency().getCurrencyCode(),
            statement.period().from().toString(),
            statement.period().to().toString());
    ResponseEntity.BodyBuilder answer = ResponseEntity.ok().contentType(kind.type());
    if (kind != Kind.JSON) {
      answer.header(
          HttpHeaders.CONTENT_DISPOSITION,
          "attachment; filename=\"" + name + "." + kind.code + "\"");
    }
    return answer.body(body);
  }

  private String turkish(String key) {
    return messages.text(key, Languages.TURKISH);
  }

  private static Period period(@Nullable String from, @Nullable String to) {
    ProblemException missing = ProblemException.of(400, "validation_failed");
    Optional<LocalDate> first = day("from", from);
    Optional<LocalDate> last = day("to", to);
    if (first.isEmpty()) {
      missing.field("from", "required");
    }
    if (last.isEmpty()) {
      missing.field("to", "required");
    }
    if (first.isEmpty() || last.isEmpty()) {
      throw missing;
    }
    long days = Period.days(first.get(), last.get());
    if (days < 1 || days > Period.MAX_DAYS) {
      throw missing.field("to", "out_of_range");
    }
    return new Period(first.get(), last.get());
  }

  private static Optional<LocalDate> day(String name, @Nullable String text) {
    try {
      return Optional.ofNullable(text).map(LocalDate::parse);
    } catch (DateTimeParseException malformed) {
      throw ProblemException.of(400, "validation_failed").field(name, "invalid_format");
    }
  }

  private static Kind kind(@Nullable String text) {
    if (text == null) {
      return Kind.JSON;
    }
    for (Kind kind : Kind.values()) {
      if (kind.code.equals(text)) {
        return kind;
      }
    }
    throw ProblemException.of(400, "validation_failed").field("format", "invalid");
  }

  private static CsvProfile profile(@Nullable String text) {
    return text == null
        ? CsvProfile.INTERNATIONAL
        : CsvProfile.of(text)
            .orElseThrow(
                () -> ProblemException.of(400, "validation_failed").field("profile", "invalid"));
  }
}
