package io.openvpos.merchant.dashboard.page;

import io.openvpos.merchant.ledger.HeadReading;
import io.openvpos.merchant.ledger.domain.journal.Account;
import io.openvpos.merchant.ledger.domain.journal.Balances;
import io.openvpos.merchant.ledger.domain.journal.Head;
import io.openvpos.merchant.ledger.domain.journal.HeadKey;
import io.openvpos.merchant.profile.domain.Merchant;
import io.openvpos.messaging.access.Role;
import io.openvpos.money.Mode;
import io.openvpos.page.PageCaller;
import io.openvpos.page.PageController;
import io.swagger.v3.oas.annotations.Hidden;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.reactive.result.view.Rendering;

/// Balances of every ledger, and the form that downloads a statement.
@Hidden
@PageController
final class BalancePages {

  private static final ZoneId ISTANBUL = ZoneId.of("Europe/Istanbul");

  private final Ledgers ledgers;
  private final HeadReading heads;
  private final Clock clock;

  BalancePages(Ledgers ledgers, HeadReading heads, Clock clock) {
    this.ledgers = ledgers;
    this.heads = heads;
    this.clock = clock;
  }

  /// From the merchant's side: what is owed to the merchant is positive. Minor units.
  record Balance(
      String currency, long pending, long available, long reserve, long inTransit, long paidOut) {

    static Balance of(Head head) {
      Balances balances = head.balances();
      return new Balance(
          head.key().currency().getCurrencyCode(),
          -balances.of(Account.MERCHANT_PENDING),
          -balances.of(Account.MERCHANT_AVAILABLE),
          -balances.of(Account.MERCHANT_RESERVE),
          -balances.of(Account.PAYOUT_IN_TRANSIT),
          head.paidOut());
    }

    static Balance none(HeadKey key) {
      return new Balance(key.currency().getCurrencyCode(), 0, 0, 0, 0, 0);
    }
  }

  @GetMapping("/portal/balances")
  Rendering balances(PageCaller caller, @RequestParam(defaultValue = "") String mode) {
    Merchant merchant =
        ledgers.merchant(caller.merchant(Role.MERCHANT_ADMIN, Role.MERCHANT_FINANCE));
    Mode shown = Ledgers.mode(merchant, mode);
    List<HeadKey> keys = Ledgers.of(merchant, shown);
    LocalDate today = LocalDate.ofInstant(clock.instant(), ISTANBUL);
    return caller
        .page("dashboard/balances")
        .with("mode", shown.code())
        .with("modes", merchant.modes().stream().map(Mode::code).toList())
        .with("balances", heads.existing(keys).stream().map(Balance::of).toList())
        .with("currencies", merchant.currencies())
        .with("from", today.withDayOfMonth(1).toString())
        .with("to", today.toString())
        .rendering();
  }
}
