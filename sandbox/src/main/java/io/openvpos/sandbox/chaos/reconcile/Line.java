package io.openvpos.sandbox.chaos.reconcile;

import io.openvpos.sandbox.verify.Verdict;
import java.util.ArrayList;
import java.util.List;

/// One line of the reconciliation: what must hold, how much was checked and the first faults.
final class Line {

  private static final int SHOWN = 5;

  private final int number;
  private final String name;
  private final List<String> shown = new ArrayList<>();
  private long checked;
  private long faults;

  Line(int number, String name) {
    this.number = number;
    this.name = name;
  }

  void expect(boolean holds, String otherwise) {
    checked++;
    if (!holds) {
      fault(otherwise);
    }
  }

  void fault(String what) {
    faults++;
    if (shown.size() < SHOWN) {
      shown.add(what);
    }
  }

  /// @param what was checked, as `payments`
  Verdict verdict(String what) {
    String more = faults > SHOWN ? "; and " + (faults - SHOWN) + " more" : "";
    return faults == 0
        ? new Verdict(number, name, true, what)
        : new Verdict(number, name, false, String.join("; ", shown) + more);
  }

  long checked() {
    return checked;
  }
}
