package io.openvpos.settlement.console.page.payouts;

import io.openvpos.messaging.access.Role;
import io.openvpos.page.NavEntry;
import io.openvpos.page.PageCaller;
import io.openvpos.page.PageController;
import io.openvpos.page.PageErrors;
import io.openvpos.settlement.console.page.Console;
import io.openvpos.settlement.payout.correction.CorrectionDesk;
import io.openvpos.settlement.payout.domain.PayoutStore;
import io.openvpos.settlement.payout.life.LifeStatus;
import io.openvpos.settlement.payout.life.PayoutLife;
import io.openvpos.settlement.payout.life.PayoutLives;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.context.annotation.Bean;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.reactive.result.view.Rendering;

/// Payouts one by one: finance and auditors see all, a merchant its own.
@PageController
final class SinglePayoutPages {

  static final String SINGLE = Console.START + "/single-payouts";

  private final PayoutLives lives;
  private final ShownPayout shown;

  SinglePayoutPages(PayoutLives lives, PayoutStore payouts, CorrectionDesk corrections) {
    this.lives = lives;
    shown = new ShownPayout(lives, payouts, corrections);
  }

  @Bean
  static NavEntry singlePayoutsEntry() {
    return NavEntry.of(
        132,
        SINGLE,
        "payouts.menu",
        Role.ACQUIRER_FINANCE,
        Role.AUDITOR,
        Role.MERCHANT_ADMIN,
        Role.MERCHANT_FINANCE);
  }

  /// Newest day first.
  @GetMapping(SINGLE)
  Rendering list(
      PageCaller caller,
      @RequestParam(defaultValue = "") String date,
      @RequestParam(defaultValue = "") String merchant,
      @RequestParam(defaultValue = "") String status,
      @RequestParam(defaultValue = "") String after) {
    String own = Console.merchantSeenByFinance(caller);
    PageErrors errors = caller.errors();
    Optional<LocalDate> day = Console.date(date);
    errors.check(date.isBlank() || day.isPresent(), "date", "invalid");
    String asked = merchant.isBlank() ? null : merchant.strip();
    PayoutLives.Query query =
        new PayoutLives.Query(
            day.orElse(null), own == null ? asked : own, null, LifeStatus.of(status).orElse(null));
    List<PayoutLife> found =
        errors.isEmpty()
            ? lives.list(query, after.isEmpty() ? null : after, Console.A_PAGE + 1)
            : List.of();
    Map<String, String> states = new LinkedHashMap<>();
    states.put("", caller.text("finance.all"));
    List.of(LifeStatus.values())
        .forEach(one -> states.put(one.code(), caller.text("payouts." + one.code())));
    return caller
        .page("finance/single-payouts")
        .with("payouts", Console.shown(found))
        .with("older", Console.hasMore(found) ? found.get(Console.A_PAGE - 1).id() : "")
        .with("states", states)
        .with("ofAll", own == null)
        .with("form", Map.of("date", date, "merchant", merchant, "status", status))
        .with("errors", errors)
        .status(errors.isEmpty() ? 200 : 422)
        .rendering();
  }

  @GetMapping(SINGLE + "/{id}")
  Rendering one(PageCaller caller, @PathVariable String id) {
    String own = Console.merchantSeenByFinance(caller);
    PayoutLife life = lives.find(id).orElseThrow(Console::notFound);
    if (own != null && !own.equals(life.head().merchantId())) {
      throw Console.notFound();
    }
    return shown.page(caller, life, own == null).rendering();
  }
}
