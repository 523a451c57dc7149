package io.openvpos.settlement.bankstatement.http;

import io.openvpos.messaging.access.Access;
import io.openvpos.messaging.access.Caller;
import io.openvpos.messaging.access.Role;
import io.openvpos.messaging.http.PageLimit;
import io.openvpos.messaging.http.ProblemException;
import io.openvpos.messaging.http.RequestBytes;
import io.openvpos.settlement.bankstatement.BankMessageIntake;
import io.openvpos.settlement.bankstatement.BankMessageIntake.Taken;
import io.openvpos.settlement.bankstatement.BankMessages;
import io.openvpos.settlement.bankstatement.BankMessages.Filed;
import io.openvpos.settlement.bankstatement.domain.Finding.Kind;
import io.openvpos.settlement.bankstatement.http.BankAnswerPages.BookingAnswer;
import io.openvpos.settlement.bankstatement.http.BankAnswerPages.BookingPage;
import io.openvpos.settlement.bankstatement.http.BankAnswerPages.MessageAnswer;
import io.openvpos.settlement.bankstatement.http.BankAnswerPages.MessagePage;
import io.openvpos.settlement.iso20022.InvalidMessageException;
import io.openvpos.settlement.iso20022.RefusedMessageException;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;

/// The bank's messages in, and what stood in them.
@RestController
class BankMessageController {

  private final BankMessageIntake intake;
  private final BankMessages messages;

  BankMessageController(BankMessageIntake intake, BankMessages messages) {
    this.intake = intake;
    this.messages = messages;
  }

  @Operation(
      description =
          "pain.002.001.10, camt.053.001.08 or camt.054.001.08 as the body. The same bytes again"
              + " answer 200 and change nothing; what is wrong anywhere is refused whole.")
  @PostMapping("/v1/bank-messages")
  ResponseEntity<MessageAnswer> upload(
      @Parameter(hidden = true) Caller caller, ServerWebExchange exchange) {
    String person = Access.require(caller, Role.ACQUIRER_FINANCE).subject();
    byte[] xml = RequestBytes.file(exchange, BankMessageIntake.MOST_BYTES);
    try {
      Taken taken = intake.take(xml, person);
      return ResponseEntity.status(taken.repeated() ? HttpStatus.OK : HttpStatus.CREATED)
          .body(MessageAnswer.of(taken.message()));
    } catch (InvalidMessageException invalid) {
      throw ProblemException.of(422, "bank_message_refused")
          .field("/lines/" + invalid.line(), "message_invalid");
    } catch (RefusedMessageException refused) {
      throw ProblemException.of(422, "bank_message_refused")
          .field(refused.pointer(), refused.code());
    }
  }

  @GetMapping("/v1/bank-messages")
  MessagePage list(@Parameter(hidden = true) Caller caller) {
    requireReader(caller);
    return new MessagePage(messages.list(PageLimit.MOST).stream().map(MessageAnswer::of).toList());
  }

  @GetMapping("/v1/bank-messages/{id}")
  MessageAnswer get(@Parameter(hidden = true) Caller caller, @PathVariable String id) {
    requireReader(caller);
    return messages
        .find(id)
        .map(MessageAnswer::of)
        .orElseThrow(() -> ProblemException.of(404, "not_found"));
  }

  @Operation(description = "By kind and by the message that brought them first.")
  @GetMapping("/v1/bank-bookings")
  BookingPage bookings(
      @Parameter(hidden = true) Caller caller,
      @RequestParam(required = false) @Nullable String kind,
      @RequestParam(required = false) @Nullable String message,
      @RequestParam(defaultValue = "20") String limit,
      @RequestParam(name = "starting_after", required = false) @Nullable String startingAfter) {
    requireReader(caller);
    int wanted = PageLimit.of(limit);
    Kind wantedKind =
        kind == null
            ? null
            : Kind.of(kind).orElseThrow(() -> ProblemException.invalid("kind", "invalid"));
    List<Filed> found =
        messages.bookings(new BankMessages.Query(wantedKind, message), startingAfter, wanted + 1);
    return new BookingPage(
        found.stream().limit(wanted).map(BookingAnswer::of).toList(), found.size() > wanted);
  }

  private static void requireReader(Caller caller) {
    Access.require(caller, Role.ACQUIRER_FINANCE, Role.AUDITOR);
  }
}
