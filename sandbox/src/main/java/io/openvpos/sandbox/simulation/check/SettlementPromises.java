package io.openvpos.sandbox.simulation.check;

import io.openvpos.merchant.ledger.domain.journal.Account;
import io.openvpos.merchant.ledger.domain.journal.Head;
import io.openvpos.merchant.ledger.domain.journal.JournalEntry;
import io.openvpos.sandbox.simulation.machine.Violation;
import io.openvpos.sandbox.simulation.world.LedgerStore;
import io.openvpos.sandbox.simulation.world.Platform;
import io.openvpos.sandbox.simulation.world.SettlementStores;
import io.openvpos.settlement.batch.domain.Batch;
import io.openvpos.settlement.batch.domain.Due;
import io.openvpos.settlement.batch.domain.SeqRange;
import io.openvpos.settlement.businessday.domain.BusinessDay;
import io.openvpos.settlement.businessday.domain.DayStatus;
import io.openvpos.settlement.payout.domain.Payables;
import io.openvpos.settlement.payout.domain.Payout;
import io.openvpos.settlement.payout.domain.PayoutFact;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/// Batches, payables, payouts and the bank.
final class SettlementPromises {

  private SettlementPromises() {}

  static void check(Platform.Stores stores) {
    checkBatches(stores.ledger(), stores.settlement());
    checkPayouts(stores.settlement(), stores.bank().paid().keySet());
    stores.ledger().heads().forEach(head -> checkHead(head, stores.settlement()));
  }

  /// Each batch line of a closed day is in exactly one batch, that of its day.
  private static void checkBatches(LedgerStore ledger, SettlementStores settlement) {
    Set<LocalDate> closed =
        settlement.days().stream()
            .filter(day -> day.status() == DayStatus.CLOSED)
            .map(BusinessDay::day)
            .collect(Collectors.toSet());
    Map<String, Long> nets = new HashMap<>();
    Map<String, Set<Long>> seqs = new HashMap<>();
    for (JournalEntry entry : ledger.entries()) {
      if (entry.draft().type().batchLine() && closed.contains(entry.draft().salesDay())) {
        String batch = entry.draft().salesDay() + " " + entry.draft().head();
        long net = -LedgerPromises.leg(entry, Account.MERCHANT_PENDING);
        nets.merge(batch, net, Math::addExact);
        seqs.computeIfAbsent(batch, _ -> new HashSet<>()).add(entry.seq());
      }
    }
    Map<String, Long> batched = new HashMap<>();
    for (Batch batch : settlement.batches()) {
      String key = batch.day() + " " + batch.head().id();
      batched.put(key, batch.figures().net());
      Violation.unless(seqsOf(batch).equals(seqs.get(key)), "a batch has its entries: " + batch);
    }
    Violation.unless(nets.equals(batched), "batches are their entries: " + nets + " " + batched);
  }

  private static Set<Long> seqsOf(Batch batch) {
    Set<Long> seqs = new HashSet<>();
    for (SeqRange range : batch.entries()) {
      for (long seq = range.from(); seq <= range.to(); seq++) {
        seqs.add(seq);
      }
    }
    return seqs;
  }

  /// Nothing is paid twice: what the bank paid is what was confirmed, each payout once.
  private static void checkPayouts(SettlementStores settlement, Set<String> paid) {
    Set<String> facts = new HashSet<>();
    Set<String> confirmed = new HashSet<>();
    for (PayoutFact fact : settlement.payoutFacts()) {
      Violation.unless(
          facts.add(fact.payout().id() + ":" + fact.number()), "a payout fact is once: " + fact);
      if (fact instanceof PayoutFact.Confirmed) {
        confirmed.add(fact.payout().id());
      }
    }
    Violation.unless(confirmed.equals(paid), "confirmed is paid: " + confirmed + " and " + paid);
  }

  /// Net of the batches = payouts instructed at the closes + what is still due + what is held.
  private static void checkHead(Head head, SettlementStores settlement) {
    String id = head.key().id();
    long net =
        settlement.batches().stream()
            .filter(batch -> batch.head().id().equals(id))
            .mapToLong(batch -> batch.figures().net())
            .sum();
    List<Payout> instructed =
        settlement.payoutFacts().stream()
            .filter(PayoutFact.Instructed.class::isInstance)
            .map(PayoutFact::payout)
            .filter(payout -> payout.head().id().equals(id) && !payout.isReissue())
            .toList();
    long due =
        settlement.payables().stream()
            .filter(payables -> payables.head().id().equals(id))
            .map(Payables::dues)
            .flatMap(List::stream)
            .mapToLong(Due::amount)
            .sum();
    long reserved =
        settlement.payables().stream()
            .filter(payables -> payables.head().id().equals(id))
            .map(Payables::reserved)
            .flatMap(List::stream)
            .mapToLong(Due::amount)
            .sum();
    long given = instructed.stream().mapToLong(Payout::amount).sum();
    Violation.unless(
        net == given + due + reserved,
        "net " + net + " is paid, due or held: " + given + " " + due + " " + reserved);
    Violation.unless(
        -head.balances().of(Account.MERCHANT_RESERVE) == reserved, "what is held is held: " + id);
    Violation.unless(
        -head.balances().of(Account.MERCHANT_AVAILABLE) == due, "available is what is due: " + id);
  }
}
