package io.openvpos.sandbox.verify.checks;

import io.openvpos.sandbox.bank.PaymentFile;
import io.openvpos.sandbox.network.NetworkRecord;
import io.openvpos.sandbox.verify.books.BookedAdjustment;
import io.openvpos.sandbox.verify.books.BookedBatch;
import io.openvpos.sandbox.verify.books.BookedDay;
import io.openvpos.sandbox.verify.books.BookedEntry;
import io.openvpos.sandbox.verify.books.BookedFile;
import io.openvpos.sandbox.verify.books.BookedHead;
import io.openvpos.sandbox.verify.books.BookedLine;
import io.openvpos.sandbox.verify.books.BookedMarkers;
import io.openvpos.sandbox.verify.books.BookedPayables;
import io.openvpos.sandbox.verify.books.BookedPayment;
import io.openvpos.sandbox.verify.books.BookedPayout;
import io.openvpos.sandbox.verify.books.LogLine;
import io.openvpos.sandbox.verify.books.Stored;
import io.openvpos.sandbox.verify.books.Told;
import java.util.ArrayList;
import java.util.List;

/// One invariant. It is shown every row once: the network's log and the bank's first, then
/// documents, topics and log files; then it judges. A fault names what it is about.
abstract class Check {

  private static final int FAULTS_SHOWN = 5;

  private final int invariant;
  private final String name;
  private final List<String> shown = new ArrayList<>();
  private long faults;

  Check(int invariant, String name) {
    this.invariant = invariant;
    this.name = name;
  }

  void network(NetworkRecord message) {}

  void bank(PaymentFile file) {}

  void payment(BookedPayment payment) {}

  void entry(BookedEntry entry) {}

  void head(BookedHead head) {}

  void adjustment(BookedAdjustment adjustment) {}

  void markers(BookedMarkers markers) {}

  void line(BookedLine line) {}

  void batch(BookedBatch batch) {}

  void day(BookedDay day) {}

  void payout(BookedPayout payout) {}

  void file(BookedFile file) {}

  void payables(BookedPayables payables) {}

  /// Every document, whatever it is.
  void stored(Stored stored) {}

  void told(Told told) {}

  void log(LogLine line) {}

  /// Called once, after everything was shown.
  ///
  /// @return how much was checked
  abstract String judge();

  final void fault(String what) {
    faults++;
    if (shown.size() < FAULTS_SHOWN) {
      shown.add(what.replaceAll("\\s+", " "));
    }
  }

  final void expect(boolean holds, String otherwise) {
    if (!holds) {
      fault(otherwise);
    }
  }

  final Finding finding() {
    String checked;
    try {
      checked = judge();
    } catch (RuntimeException e) {
      checked = "";
      fault("cannot be judged: " + e);
    }
    if (faults == 0) {
      return new Finding(invariant, name, true, checked);
    }
    String more = faults > shown.size() ? "; and " + (faults - shown.size()) + " more" : "";
    return new Finding(invariant, name, false, String.join("; ", shown) + more);
  }
}
