package io.openvpos.merchant.dashboard.page;

import io.openvpos.merchant.dashboard.SalesByDay;
import io.openvpos.merchant.dashboard.SalesByDay.Day;
import io.openvpos.merchant.ledger.HeadReading;
import io.openvpos.merchant.ledger.domain.journal.Head;
import io.openvpos.merchant.ledger.domain.journal.HeadKey;
import io.openvpos.merchant.payments.EdgeClient.Asking;
import io.openvpos.merchant.payments.Payment;
import io.openvpos.merchant.payments.PaymentDesk;
import io.openvpos.merchant.payments.PaymentDesk.Found;
import io.openvpos.merchant.profile.domain.Merchant;
import io.openvpos.messaging.access.Role;
import io.openvpos.messaging.http.ProblemException;
import io.openvpos.money.Mode;
import io.openvpos.page.Download;
import io.openvpos.page.NavEntry;
import io.openvpos.page.PageCaller;
import io.openvpos.page.PageController;
import io.swagger.v3.oas.annotations.Hidden;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.reactive.result.view.Rendering;

/// The first page. Sales by day and balances are the ledger's; how many attempts of today were
/// approved only the edge knows, and is counted over the newest hundred. Staff of the acquirer find
/// their menu here.
@Hidden
@PageController
final class DashboardPages {

  private static final ZoneId ISTANBUL = ZoneId.of("Europe/Istanbul");
  private static final int DAYS = 7;
  private static final Set<String> APPROVED = Set.of("authorized", "captured", "voided", "expired");

  private final Ledgers ledgers;
  private final SalesByDay sales;
  private final HeadReading heads;
  private final PaymentDesk desk;
  private final Clock clock;

  DashboardPages(
      Ledgers ledgers, SalesByDay sales, HeadReading heads, PaymentDesk desk, Clock clock) {
    this.ledgers = ledgers;
    this.sales = sales;
    this.heads = heads;
    this.desk = desk;
    this.clock = clock;
  }

  /// Of today's attempts, as far as they were read.
  ///
  /// @param decided attempts with an end, approved or declined
  /// @param known false: the edge did not answer
  record Attempts(long decided, long approved, boolean more, boolean known) {}

  /// One point of the chart, in major units.
  record Point(String day, String text, double amount, long count) {}

  @GetMapping("/portal")
  Rendering start(PageCaller caller, @RequestParam(defaultValue = "") String mode) {
    if (!caller.has(Role.MERCHANT_ADMIN, Role.MERCHANT_FINANCE)) {
      return caller.page("dashboard/staff").rendering();
    }
    Merchant merchant =
        ledgers.merchant(caller.merchant(Role.MERCHANT_ADMIN, Role.MERCHANT_FINANCE));
    Mode shown = Ledgers.mode(merchant, mode);
    HeadKey head =
        Ledgers.of(merchant, shown).stream()
            .filter(DashboardPages::isLira)
            .findFirst()
            .orElse(Ledgers.of(merchant, shown).getFirst());
    List<Day> days = sales.upTo(head, today(), DAYS);
    return caller
        .page("dashboard/merchant")
        .with("merchant", merchant)
        .with("mode", shown.code())
        .with("currency", head.currency().getCurrencyCode())
        .with("days", days)
        .with("today", days.getLast())
        .with("attempts", attempts(caller, shown))
        .with("balance", balance(head))
        .rendering();
  }

  /// What the chart draws; the same figures are in the page's table.
  @GetMapping("/portal/sales-by-day")
  ResponseEntity<List<Point>> points(
      PageCaller caller, @RequestParam(defaultValue = "") String mode) {
    Merchant merchant =
        ledgers.merchant(caller.merchant(Role.MERCHANT_ADMIN, Role.MERCHANT_FINANCE));
    List<HeadKey> keys = Ledgers.of(merchant, Ledgers.mode(merchant, mode));
    HeadKey head = keys.stream().filter(DashboardPages::isLira).findFirst().orElse(keys.getFirst());
    String currency = head.currency().getCurrencyCode();
    return ResponseEntity.ok(
        sales.upTo(head, today(), DAYS).stream()
            .map(day ->
                new Point(
                    caller.format().shortDate(day.date()),
                    caller.format().money(day.amount(), currency),
                    day.amount() / 100.0,
                    day.count()))
            .toList());
  }

  private Attempts attempts(PageCaller caller, Mode mode) {
    try {
      Found found =
          desk.list(
              new Asking(caller.token(), caller.language()),
              Map.of("mode", mode.code(), "limit", "100"));
      List<Payment> today =
          found.payments().stream()
              .filter(one -> LocalDate.ofInstant(one.createdAt(), ISTANBUL).equals(today()))
              .toList();
      long approved = today.stream().filter(one -> APPROVED.contains(one.status())).count();
      long declined = today.stream().filter(one -> one.status().equals("declined")).count();
      boolean more = found.hasMore() && today.size() == found.payments().size();
      return new Attempts(approved + declined, approved, more, true);
    } catch (ProblemException unanswered) {
      return new Attempts(0, 0, false, false);
    }
  }

  private BalancePages.Balance balance(HeadKey key) {
    Optional<Head> head = heads.existing(List.of(key)).stream().findFirst();
    return head.map(BalancePages.Balance::of).orElse(BalancePages.Balance.none(key));
  }

  private LocalDate today() {
    return LocalDate.ofInstant(clock.instant(), ISTANBUL);
  }

  private static boolean isLira(HeadKey key) {
    return key.currency().getCurrencyCode().equals("TRY");
  }

  @Configuration(proxyBeanMethods = false)
  static class Menu {
    @Bean
    Download statementDownload() {
      return new Download("/portal/statements/download", "/v1/merchants/{merchant}/statements");
    }

    @Bean
    NavEntry dashboardEntry() {
      return NavEntry.of(
          10, "/portal", "dashboard.title", Role.MERCHANT_ADMIN, Role.MERCHANT_FINANCE);
    }

    /// settlement-service has these pages.
    @Bean
    NavEntry financeEntry() {
      return NavEntry.of(
          130,
          "/portal/finance",
          "dashboard.finance",
          Role.MERCHANT_ADMIN,
          Role.MERCHANT_FINANCE,
          Role.ACQUIRER_FINANCE,
          Role.ACQUIRER_OPS,
          Role.AUDITOR);
    }

    /// fraud-service has these pages.
    @Bean
    NavEntry fraudEntry() {
      return NavEntry.of(135, "/portal/fraud", "dashboard.fraud", Role.FRAUD_ANALYST, Role.AUDITOR);
    }

    @Bean
    NavEntry balancesEntry() {
      return NavEntry.of(
          30, "/portal/balances", "balances.title", Role.MERCHANT_ADMIN, Role.MERCHANT_FINANCE);
    }
  }
}
