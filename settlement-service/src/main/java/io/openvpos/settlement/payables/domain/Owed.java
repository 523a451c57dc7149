package io.openvpos.settlement.payables.domain;

import io.openvpos.settlement.batch.domain.Batch;
import io.openvpos.settlement.batch.domain.Due;
import io.openvpos.settlement.batch.domain.PayoutTerms;
import io.openvpos.settlement.payout.domain.OpenPayout;
import io.openvpos.settlement.payout.domain.Payables;
import io.openvpos.settlement.payout.domain.Payout;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// What one head is owed, wherever it is. Once nothing is on its way between the services, its
/// figures are those of the ledger's head.
///
/// @param toCome the days that the head has not taken in, in order
/// @param hold why nothing is paid out; empty while it is
/// @param closed whether the merchant is closed: it is paid what there is, however little
public record Owed(Payables head, List<DayToCome> toCome, Optional<String> hold, boolean closed) {

  /// Of a merchant that is not closed.
  public Owed(Payables head, List<DayToCome> toCome, Optional<String> hold) {
    this(head, toCome, hold, false);
  }

  public Owed {
    toCome = toCome.stream().filter(day -> !head.hasFolded(day.day())).toList();
  }

  /// Of days that are not closed: the ledger's pending.
  public long pending() {
    return batches().stream().mapToLong(batch -> batch.figures().net()).reduce(0, Math::addExact);
  }

  /// Due, whenever: the ledger's available.
  public long available() {
    return sum(head.dues());
  }

  /// Held back by the contract: the ledger's reserve.
  public long reserve() {
    return sum(head.reserved());
  }

  /// Given to the bank and not answered: the ledger's in transit.
  public long inTransit() {
    return atBank().stream().mapToLong(Payout::amount).reduce(0, Math::addExact);
  }

  /// Of what is due, what the payment day reaches.
  public long payableBy(LocalDate paymentDay) {
    return head.dues().stream()
        .filter(due -> !due.valueDate().isAfter(paymentDay))
        .mapToLong(Due::amount)
        .reduce(0, Math::addExact);
  }

  public List<Payout> atBank() {
    return head.open().stream()
        .filter(open -> open.confirmation().isEmpty())
        .map(OpenPayout::payout)
        .toList();
  }

  /// What the days to come will add, by value date, before anything is held back of it.
  public List<Due> expected() {
    Map<LocalDate, Long> dues = new TreeMap<>();
    batches()
        .forEach(batch ->
            batch.dues().forEach(due -> dues.merge(due.valueDate(), due.amount(), Math::addExact)));
    return dues.entrySet().stream().map(due -> new Due(due.getKey(), due.getValue())).toList();
  }

  /// Of the newest contract version known here.
  public PayoutTerms terms() {
    PayoutTerms terms = head.terms();
    for (Batch batch : batches()) {
      terms = terms.newer(batch.payoutTerms());
    }
    return terms;
  }

  /// The currency that it is paid in.
  public String paidIn() {
    return terms().paidIn(head.head().currency());
  }

  public boolean isNothing() {
    return batches().isEmpty()
        && head.dues().isEmpty()
        && head.reserved().isEmpty()
        && head.open().isEmpty();
  }

  private List<Batch> batches() {
    return toCome.stream().flatMap(day -> day.batch().stream()).toList();
  }

  private static long sum(List<Due> dues) {
    return dues.stream().mapToLong(Due::amount).reduce(0, Math::addExact);
  }
}
