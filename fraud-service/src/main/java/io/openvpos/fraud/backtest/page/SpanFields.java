package io.openvpos.fraud.backtest.page;

import io.openvpos.fraud.backtest.BackTest;
import io.openvpos.money.Mode;
import io.openvpos.page.PageCaller;
import io.openvpos.page.PageErrors;
import io.openvpos.page.PageForm;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;

/// The fields that say which payments a back-test looks at: `days` and `mode`.
final class SpanFields {

  private static final int MOST_DAYS = 90;

  private SpanFields() {}

  /// What was typed; of no use where an error was noted.
  static BackTest.Span read(PageForm form, PageErrors errors) {
    String typed = form.text("days");
    boolean number = typed.matches("[0-9]{1,2}");
    errors.check(number, "days", typed.isEmpty() ? "required" : "out_of_range");
    int days = number ? Integer.parseInt(typed) : 0;
    errors.check(days >= 1 && days <= MOST_DAYS, "days", "out_of_range");
    String code = form.text("mode");
    Mode mode = Mode.find(code).orElse(null);
    errors.check(code.isEmpty() || mode != null, "mode", "invalid");
    return new BackTest.Span(days, mode);
  }

  /// What may be chosen.
  static Map<String, String> modes(PageCaller caller) {
    Map<String, String> modes = new LinkedHashMap<>();
    modes.put("", caller.text("fraud.mode.both"));
    Stream.of(Mode.values())
        .forEach(mode -> modes.put(mode.code(), caller.text("fraud.mode." + mode.code())));
    return modes;
  }
}
