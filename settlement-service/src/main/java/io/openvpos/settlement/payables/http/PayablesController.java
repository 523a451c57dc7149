package io.openvpos.settlement.payables.http;

import io.openvpos.messaging.access.Caller;
import io.openvpos.messaging.http.ProblemException;
import io.openvpos.money.Mode;
import io.openvpos.settlement.batch.http.Viewer;
import io.openvpos.settlement.payables.PayablesView;
import io.openvpos.settlement.payables.PayablesView.Expected;
import io.openvpos.settlement.payout.domain.PaymentDays;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// What is owed to a merchant and when it will be paid: read by itself and by the acquirer's staff.
@RestController
@RequestMapping("/v1/payables")
class PayablesController {

  /// A sale in twelve instalments, and some.
  private static final int MOST_DAYS = 400;

  private static final int DAYS = 35;

  private final PayablesView view;

  PayablesController(PayablesView view) {
    this.view = view;
  }

  @Operation(description = "A merchant's own; the acquirer's staff name the merchant.")
  @GetMapping
  PayablesAnswer.Page payables(
      @Parameter(hidden = true) Caller caller,
      @RequestParam(required = false) @Nullable String merchant,
      @RequestParam(required = false) @Nullable String mode) {
    Viewer viewer = Viewer.of(caller);
    String wanted = merchantOf(viewer, merchant);
    if (wanted == null) {
      throw ProblemException.invalid("merchant", "required");
    }
    PaymentDays next = view.nextPaymentDays();
    return new PayablesAnswer.Page(
        view.of(wanted, modes(viewer, mode)).stream()
            .map(owed -> PayablesAnswer.of(owed, next))
            .toList());
  }

  @Operation(
      description =
          "A merchant's own; of all merchants, where the acquirer's staff name none, by what closed"
              + " days made due. From today for five weeks, where nothing else is asked.")
  @GetMapping("/calendar")
  CalendarAnswer calendar(
      @Parameter(hidden = true) Caller caller,
      @RequestParam(required = false) @Nullable String from,
      @RequestParam(required = false) @Nullable String to,
      @RequestParam(required = false) @Nullable String merchant,
      @RequestParam(required = false) @Nullable String mode) {
    Viewer viewer = Viewer.of(caller);
    String wanted = merchantOf(viewer, merchant);
    List<Mode> modes = modes(viewer, mode);
    LocalDate first = from == null ? view.nextPaymentDays().earliest() : date("from", from);
    LocalDate last = to == null ? first.plusDays(DAYS) : date("to", to);
    if (last.isBefore(first) || last.isAfter(first.plusDays(MOST_DAYS))) {
      throw ProblemException.invalid("to", "out_of_range");
    }
    List<Expected> rows =
        wanted == null
            ? view.calendar(first, last).stream().filter(row -> modes.contains(row.mode())).toList()
            : view.calendar(wanted, modes, first, last);
    return new CalendarAnswer(
        first, last, wanted != null, rows.stream().map(CalendarAnswer.Row::of).toList());
  }

  /// A stranger's merchant is not there.
  private static @Nullable String merchantOf(Viewer viewer, @Nullable String asked) {
    String own = viewer.merchantId();
    if (own != null && asked != null && !asked.equals(own)) {
      throw ProblemException.of(404, "not_found");
    }
    return own == null ? asked : own;
  }

  /// A key sees its own mode only.
  private static List<Mode> modes(Viewer viewer, @Nullable String asked) {
    Mode own = viewer.mode();
    List<Mode> visible = own == null ? List.of(Mode.TEST, Mode.LIVE) : List.of(own);
    if (asked == null) {
      return visible;
    }
    return switch (asked) {
      case "test" -> visible.stream().filter(mode -> mode == Mode.TEST).toList();
      case "live" -> visible.stream().filter(mode -> mode == Mode.LIVE).toList();
      default -> throw ProblemException.invalid("mode", "invalid");
    };
  }

  private static LocalDate date(String parameter, String text) {
    try {
      LocalDate date = LocalDate.parse(text);
      if (date.getYear() >= 2000 && date.getYear() <= 2099) {
        return date;
      }
    } catch (DateTimeParseException e) {
      throw ProblemException.invalid(parameter, "invalid");
    }
    throw ProblemException.invalid(parameter, "out_of_range");
  }
}
