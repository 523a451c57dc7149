package io.openvpos.sandbox.simulation.check;

import io.openvpos.authorization.payment.PaymentRecord;
import io.openvpos.authorization.payment.domain.Payment;
import io.openvpos.authorization.payment.domain.PaymentState.AuthorizationSent;
import io.openvpos.authorization.payment.domain.PaymentState.OutcomeUnknown;
import io.openvpos.authorization.payment.domain.Refund;
import io.openvpos.merchant.ledger.domain.journal.JournalEntry;
import io.openvpos.sandbox.simulation.world.Platform;
import java.util.List;

/// All that must hold once nothing is open any more.
public final class Promises {

  private Promises() {}

  /// Nothing is left to do in payments, ledger and settlement.
  public static boolean quiet(Platform.Stores stores) {
    return stores.payments().allSent()
        && stores.settlement().quiet()
        && stores.payments().all().stream().map(PaymentRecord::payment).noneMatch(Promises::open)
        && stores.ledger().heads().stream().allMatch(head -> head.pending().isEmpty());
  }

  private static boolean open(Payment payment) {
    return payment.state() instanceof AuthorizationSent
        || payment.state() instanceof OutcomeUnknown
        || payment.nextAdvice().isPresent()
        || payment.refunds().stream().anyMatch(Refund::pending);
  }

  public static void check(Platform.Stores stores, List<Told> told) {
    PaymentPromises.check(stores, told);
    LedgerPromises.check(stores.payments(), stores.ledger());
    SettlementPromises.check(stores);
    HoldPromises.check(stores);
  }

  /// Everything that a replay must not change.
  public static List<Object> state(Platform.Stores stores) {
    return List.of(
        stores.payments().all(),
        stores.ledger().heads(),
        stores.ledger().entries().stream().map(JournalEntry::hash).toList(),
        stores.settlement().lines(),
        stores.settlement().batches(),
        stores.settlement().payables(),
        stores.settlement().payoutFacts(),
        HoldPromises.check(stores));
  }
}
