package io.openvpos.fraud.rules.page;

import io.openvpos.fraud.rules.page.RuleSheet.Place;
import io.openvpos.messaging.http.ProblemException;
import io.openvpos.messaging.http.ProblemException.FieldError;
import io.openvpos.page.PageCaller;
import java.util.ArrayList;
import java.util.List;

/// What is wrong with a sheet, each fault where it stands.
final class SheetErrors {

  /// One fault.
  ///
  /// @param line from 1; 0 where it is no line's
  /// @param column from 1
  /// @param text what is wrong, in the page's language, with its place
  /// @param excerpt the line; empty without one
  /// @param caret spaces up to the column, and a mark
  record Shown(int line, int column, String text, String excerpt, String caret) {}

  private final PageCaller caller;
  private final List<String> lines;
  private final List<Shown> shown = new ArrayList<>();

  SheetErrors(PageCaller caller, String text) {
    this.caller = caller;
    this.lines = text.replace("\r\n", "\n").lines().toList();
  }

  List<Shown> all() {
    return List.copyOf(shown);
  }

  void stray(Place at) {
    add(at, caller.text("fraud.sheet.stray", at.line()));
  }

  /// A fault of a condition is where its own line and column say, counted from the condition's
  /// beginning.
  void add(RuleSheet sheet, ProblemException problem) {
    for (FieldError error : problem.fields()) {
      Place start = sheet.place(error.pointer()).orElse(new Place(0, 0));
      List<Object> arguments = new ArrayList<>(error.arguments());
      boolean placed = error.pointer().endsWith("/when") && arguments.size() >= 2;
      Place at = placed ? within(start, arguments) : start;
      if (placed) {
        arguments.set(0, at.line());
        arguments.set(1, at.column());
      }
      String what = caller.problemText("field." + error.code(), arguments.toArray());
      String where =
          placed || at.line() == 0
              ? what
              : caller.text("fraud.sheet.at", at.line(), part(error.pointer()), what);
      add(at, where);
    }
  }

  private static Place within(Place start, List<Object> arguments) {
    int line = ((Number) arguments.get(0)).intValue();
    int column = ((Number) arguments.get(1)).intValue();
    return new Place(start.line() + line - 1, line == 1 ? start.column() + column - 1 : column);
  }

  private static String part(String pointer) {
    return pointer.substring(pointer.lastIndexOf('/') + 1).replace("text_", "");
  }

  private void add(Place at, String text) {
    boolean known = at.line() >= 1 && at.line() <= lines.size();
    String excerpt = known ? lines.get(at.line() - 1) : "";
    String caret = known ? " ".repeat(Math.max(0, at.column() - 1)) + "^" : "";
    shown.add(new Shown(at.line(), at.column(), text, excerpt, caret));
  }
}
