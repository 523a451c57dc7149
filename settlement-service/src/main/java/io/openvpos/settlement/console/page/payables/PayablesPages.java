package io.openvpos.settlement.console.page.payables;

import io.openvpos.messaging.access.Role;
import io.openvpos.money.Mode;
import io.openvpos.page.NavEntry;
import io.openvpos.page.PageCaller;
import io.openvpos.page.PageController;
import io.openvpos.page.PageErrors;
import io.openvpos.page.PageModel;
import io.openvpos.settlement.console.page.Console;
import io.openvpos.settlement.payables.PayablesView;
import io.openvpos.settlement.payout.domain.PaymentDays;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.reactive.result.view.Rendering;

/// What is owed and when it will be paid: a merchant's own; the acquirer's staff choose a merchant
/// or see everybody's payouts to come.
@PageController
final class PayablesPages {

  private static final String PAYABLES = Console.START + "/payables";
  private static final List<Mode> MODES = List.of(Mode.LIVE, Mode.TEST);

  /// Five weeks; at most what the API gives.
  private static final int DAYS = 35;

  private static final int MOST_DAYS = 400;

  private final PayablesView view;

  PayablesPages(PayablesView view) {
    this.view = view;
  }

  @Bean
  static NavEntry payablesEntry() {
    return Console.everybodysEntry(125, PAYABLES, "payables.menu");
  }

  /// Both dates of the calendar may be left out.
  @GetMapping(PAYABLES)
  Rendering payables(
      PageCaller caller,
      @RequestParam(defaultValue = "") String merchant,
      @RequestParam(defaultValue = "") String from,
      @RequestParam(defaultValue = "") String to) {
    String own = Console.merchantSeenByStaff(caller);
    String wanted = own == null ? merchant.strip() : own;
    PageErrors errors = caller.errors();
    PaymentDays next = view.nextPaymentDays();
    LocalDate first = date(from, next.earliest(), "from", errors);
    LocalDate last = date(to, first.plusDays(DAYS), "to", errors);
    boolean inOrder = !last.isBefore(first) && !last.isAfter(first.plusDays(MOST_DAYS));
    errors.check(inOrder, "to", "out_of_range");
    PageModel page =
        caller
            .page("finance/payables")
            .with("next", next)
            .with("merchant", wanted)
            .with("ofAll", own == null)
            .with("mayHold", caller.has(Role.ACQUIRER_OPS))
            .with("errors", errors)
            .with("form", Map.of("merchant", wanted, "from", from, "to", to));
    PageModel owed = wanted.isEmpty() ? page.with("owed", List.of()) : owed(page, wanted);
    return (errors.isEmpty()
            ? calendar(owed, wanted.isEmpty() ? null : wanted, first, last)
            : owed.with("weeks", List.of()).status(422))
        .rendering();
  }

  private PageModel owed(PageModel page, String merchant) {
    return page.with("owed", view.of(merchant, MODES))
        .with("hold", view.hold(merchant).stream().toList())
        .with("closed", view.isClosed(merchant));
  }

  private PageModel calendar(
      PageModel page, @Nullable String merchant, LocalDate first, LocalDate last) {
    return page.with(
        "weeks",
        Week.of(
            merchant == null
                ? view.calendar(first, last)
                : view.calendar(merchant, MODES, first, last)));
  }

  private static LocalDate date(String text, LocalDate otherwise, String field, PageErrors errors) {
    if (text.isBlank()) {
      return otherwise;
    }
    LocalDate found = Console.date(text).orElse(null);
    if (found == null) {
      errors.reject(field, "invalid");
      return otherwise;
    }
    boolean plausible = found.getYear() >= 2000 && found.getYear() <= 2099;
    errors.check(plausible, field, "out_of_range");
    return plausible ? found : otherwise;
  }
}
