package io.openvpos.fraud.dashboard.page;

import io.openvpos.fraud.dashboard.Dashboard;
import io.openvpos.fraud.dashboard.DashboardReport;
import io.openvpos.fraud.dashboard.DashboardReport.Period;
import io.openvpos.fraud.dashboard.DashboardReport.ScoreBin;
import io.openvpos.fraud.dashboard.domain.Drift;
import io.openvpos.messaging.access.Role;
import io.openvpos.money.Mode;
import io.openvpos.page.NavEntry;
import io.openvpos.page.PageCaller;
import io.openvpos.page.PageController;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.reactive.result.view.Rendering;

/// What scoring did in the last seven days.
@PageController
final class DashboardPages {

  private static final String PATH = "/portal/fraud/dashboard";
  private static final Role[] READERS = {Role.FRAUD_ANALYST, Role.AUDITOR};
  private static final int DAYS = 7;
  private static final int DRIFTED_SHOWN = 12;
  private static final int HOURS_SHOWN = 24;
  private static final long NANOS_OF_A_MICRO = 1_000;

  private final Dashboard dashboard;

  DashboardPages(Dashboard dashboard) {
    this.dashboard = dashboard;
  }

  /// The entry of the menu.
  @Configuration(proxyBeanMethods = false)
  static class Menu {
    @Bean
    NavEntry fraudDashboardEntry() {
      return NavEntry.of(100, PATH, "fraud.dashboard", READERS);
    }
  }

  @GetMapping(PATH)
  Rendering show(PageCaller caller, @RequestParam(defaultValue = "live") String mode) {
    caller.require(READERS);
    Mode asked = mode.equals(Mode.TEST.code()) ? Mode.TEST : Mode.LIVE;
    DashboardReport report = dashboard.report(asked, DAYS);
    List<Period> hours = report.byHour();
    return caller
        .page("fraud/dashboard")
        .with("mode", asked.code())
        .with("modes", List.of("live", "test"))
        .with("tables", List.of("days", "hours"))
        .with("report", report)
        .with("hours", hours.subList(Math.max(0, hours.size() - HOURS_SHOWN), hours.size()))
        .with("drift", report.drift().stream().limit(DRIFTED_SHOWN).toList())
        .with("highest", highest(report))
        .with("texts", new Figures(caller))
        .rendering();
  }

  private static long highest(DashboardReport report) {
    return report.scores().stream()
        .max(Comparator.comparingLong(ScoreBin::payments))
        .map(ScoreBin::payments)
        .filter(most -> most > 0)
        .orElse(1L);
  }

  /// Figures as the page writes them.
  record Figures(PageCaller caller) {

    /// A dash where there is nothing to divide by.
    public String share(OptionalDouble share) {
      return share.isEmpty() ? "–" : caller.format().rate(Math.round(share.getAsDouble() * 10_000));
    }

    public String micros(OptionalLong nanos) {
      return nanos.isEmpty()
          ? "–"
          : BigDecimal.valueOf(nanos.getAsLong())
                  .divide(BigDecimal.valueOf(NANOS_OF_A_MICRO), 2, RoundingMode.HALF_UP)
                  .toPlainString()
              + " µs";
    }

    public String psi(double psi) {
      String text = String.format(Locale.ROOT, "%.3f", psi);
      return caller.language().getLanguage().equals("tr") ? text.replace('.', ',') : text;
    }

    /// The badge of an index: empty, `warn` or `bad`.
    public String drift(double psi) {
      return psi >= Drift.LARGE ? "bad" : psi >= Drift.NOTICEABLE ? "warn" : "";
    }
  }
}
