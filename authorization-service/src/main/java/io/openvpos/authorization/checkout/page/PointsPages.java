package io.openvpos.authorization.checkout.page;

import io.openvpos.authorization.checkout.CardPoints;
import io.openvpos.authorization.checkout.Checkout;
import io.openvpos.authorization.checkout.Seen;
import io.openvpos.authorization.checkout.domain.SessionStatus;
import io.openvpos.authorization.payment.AskForPoints.Answer;
import io.openvpos.authorization.vault.SubmittedCard;
import io.openvpos.messaging.http.ProblemException;
import io.openvpos.messaging.http.RequestBytes;
import io.openvpos.messaging.limits.ClientAddress;
import io.openvpos.money.Money;
import io.openvpos.page.PageForm;
import io.swagger.v3.oas.annotations.Hidden;
import java.time.Clock;
import java.time.YearMonth;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.server.ServerWebExchange;

/// What the page's script asks about a card's points: the programme of its leading digits, and with
/// the whole card what it has. The answers are texts for the payer, in the payer's language.
@Hidden
@Controller
final class PointsPages {

  private final Checkout checkout;
  private final CardPoints points;
  private final CheckoutRenderings renderings;
  private final Clock clock;

  PointsPages(Checkout checkout, CardPoints points, CheckoutRenderings renderings, Clock clock) {
    this.checkout = checkout;
    this.points = points;
    this.renderings = renderings;
    this.clock = clock;
  }

  /// What is shown.
  record Told(String text) {}

  @ResponseBody
  @GetMapping("/checkout/{id}/points")
  ResponseEntity<Told> program(
      @PathVariable String id,
      @RequestParam(defaultValue = "") String bin,
      ServerWebExchange exchange) {
    CheckoutTexts texts = texts(found(id), exchange);
    return points
        .program(bin)
        .map(program -> ResponseEntity.ok(new Told(texts.ofPoints(program))))
        .orElseGet(() -> ResponseEntity.noContent().build());
  }

  @ResponseBody
  @PostMapping("/checkout/{id}/points")
  ResponseEntity<Told> balance(@PathVariable String id, ServerWebExchange exchange) {
    PageForm form = PageForm.parse(RequestBytes.ofForm(exchange));
    Seen seen = found(id);
    CheckoutTexts texts = texts(seen, exchange);
    CardForm typed = CardForm.read(form, YearMonth.now(clock.withZone(CheckoutPages.ISTANBUL)));
    Optional<SubmittedCard> card = typed.card();
    Optional<String> program = points.program(typed.bin());
    if (seen.status() != SessionStatus.OPEN || card.isEmpty() || program.isEmpty()) {
      return told(HttpStatus.UNPROCESSABLE_CONTENT, texts.of("points.not_now"));
    }
    String address = ClientAddress.of(exchange.getRequest());
    return switch (points.ask(seen.session(), card.get(), address)) {
      case Answer.Balance(Money worth) -> told(HttpStatus.OK, balance(texts, program.get(), worth));
      case Answer.Declined _ -> told(HttpStatus.OK, texts.of("points.declined"));
      case Answer.TooMany _ -> told(HttpStatus.TOO_MANY_REQUESTS, texts.of("points.too_many"));
      case Answer.NotNow _ -> told(HttpStatus.SERVICE_UNAVAILABLE, texts.of("points.not_now"));
    };
  }

  private static String balance(CheckoutTexts texts, String program, Money worth) {
    String amount = texts.money(worth.minorUnits(), worth.currency().getCurrencyCode());
    return worth.minorUnits() == 0
        ? texts.of("points.none", program)
        : texts.of("points.balance", program, amount);
  }

  private static ResponseEntity<Told> told(HttpStatus status, String text) {
    return ResponseEntity.status(status).body(new Told(text));
  }

  private CheckoutTexts texts(Seen seen, ServerWebExchange exchange) {
    return renderings.view(seen.session().terms(), exchange).texts();
  }

  private Seen found(String id) {
    return checkout.look(id).orElseThrow(() -> ProblemException.of(404, "not_found"));
  }
}
