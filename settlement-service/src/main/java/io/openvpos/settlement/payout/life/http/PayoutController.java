package io.openvpos.settlement.payout.life.http;

import io.openvpos.messaging.access.Caller;
import io.openvpos.messaging.http.PageLimit;
import io.openvpos.messaging.http.ProblemException;
import io.openvpos.settlement.payout.domain.Payout;
import io.openvpos.settlement.payout.domain.PayoutStore;
import io.openvpos.settlement.payout.life.LifeStatus;
import io.openvpos.settlement.payout.life.PayoutLife;
import io.openvpos.settlement.payout.life.PayoutLives;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// Payouts and what became of them.
@RestController
@RequestMapping("/v1/payouts")
class PayoutController {

  private final PayoutLives lives;
  private final PayoutStore payouts;

  PayoutController(PayoutLives lives, PayoutStore payouts) {
    this.lives = lives;
    this.payouts = payouts;
  }

  @Operation(
      description = "By business day of the instruction, merchant and status; newest day first.")
  @GetMapping
  PayoutAnswer.Page list(
      @Parameter(hidden = true) Caller caller,
      @RequestParam(required = false) @Nullable String date,
      @RequestParam(required = false) @Nullable String merchant,
      @RequestParam(required = false) @Nullable String status,
      @RequestParam(defaultValue = "20") String limit,
      @RequestParam(name = "starting_after", required = false) @Nullable String startingAfter) {
    PayoutViewer viewer = PayoutViewer.of(caller);
    int wanted = PageLimit.of(limit);
    LocalDate day = date == null ? null : date(date);
    LifeStatus lifeStatus = status == null ? null : status(status);
    if (startingAfter != null && lives.find(startingAfter).filter(viewer::sees).isEmpty()) {
      throw ProblemException.invalid("starting_after", "invalid");
    }
    if (merchant != null && !viewer.isStaff() && !merchant.equals(viewer.merchantId())) {
      return new PayoutAnswer.Page(List.of(), false);
    }
    PayoutLives.Query query =
        new PayoutLives.Query(
            day, merchant == null ? viewer.merchantId() : merchant, viewer.mode(), lifeStatus);
    List<PayoutLife> found = lives.list(query, startingAfter, wanted + 1);
    return new PayoutAnswer.Page(
        found.stream().limit(wanted).map(this::answer).toList(), found.size() > wanted);
  }

  @Operation(description = "With its steps, and the payouts that it replaces and is replaced by.")
  @GetMapping("/{id}")
  PayoutAnswer get(@Parameter(hidden = true) Caller caller, @PathVariable String id) {
    PayoutViewer viewer = PayoutViewer.of(caller);
    return lives
        .find(id)
        .filter(viewer::sees)
        .map(this::answer)
        .orElseThrow(() -> ProblemException.of(404, "not_found"));
  }

  private PayoutAnswer answer(PayoutLife life) {
    List<Payout> chain =
        payouts
            .find(life.id())
            .map(payout -> payouts.ofChain(payout.head(), payout.day()))
            .orElse(List.of());
    return PayoutAnswer.of(life, chain);
  }

  private static LifeStatus status(String code) {
    return LifeStatus.of(code).orElseThrow(() -> ProblemException.invalid("status", "invalid"));
  }

  private static LocalDate date(String text) {
    try {
      return LocalDate.parse(text);
    } catch (DateTimeParseException e) {
      throw ProblemException.invalid("date", "invalid");
    }
  }
}
