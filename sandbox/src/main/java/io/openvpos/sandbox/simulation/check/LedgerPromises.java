package io.openvpos.sandbox.simulation.check;

import io.openvpos.authorization.payment.domain.PaymentEvent;
import io.openvpos.merchant.ledger.domain.journal.Account;
import io.openvpos.merchant.ledger.domain.journal.Balances;
import io.openvpos.merchant.ledger.domain.journal.EntryType;
import io.openvpos.merchant.ledger.domain.journal.HashChain;
import io.openvpos.merchant.ledger.domain.journal.Head;
import io.openvpos.merchant.ledger.domain.journal.JournalEntry;
import io.openvpos.merchant.ledger.domain.journal.Posting;
import io.openvpos.sandbox.simulation.machine.Violation;
import io.openvpos.sandbox.simulation.world.LedgerStore;
import io.openvpos.sandbox.simulation.world.PaymentStore;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// Heads, entries and the payments' facts.
final class LedgerPromises {

  private LedgerPromises() {}

  static void check(PaymentStore payments, LedgerStore ledger) {
    ledger.heads().forEach(head -> checkHead(head, ofHead(ledger, head)));
    Map<String, Long> expected = new TreeMap<>();
    payments
        .facts()
        .forEach((id, fact) -> {
          long amount = posted(fact);
          if (amount != 0) {
            expected.put(id, amount);
          }
        });
    Map<String, Long> found =
        ledger.entries().stream()
            .filter(entry -> entry.draft().type().batchLine())
            .collect(
                Collectors.toMap(
                    entry -> entry.draft().eventId(),
                    entry -> leg(entry, Account.SCHEME_RECEIVABLE),
                    Math::addExact,
                    TreeMap::new));
    Violation.unless(
        expected.equals(found), "each fact is one entry: " + expected + " and " + found);
  }

  /// What the schemes owe after the fact: signed as the ledger does.
  private static long posted(PaymentEvent.Fact fact) {
    return switch (fact) {
      case PaymentEvent.PaymentCaptured captured -> captured.amount().minorUnits();
      case PaymentEvent.PaymentVoided voided -> -voided.amount().minorUnits();
      case PaymentEvent.PaymentRefunded refunded -> -refunded.amount().minorUnits();
      default -> 0;
    };
  }

  static long leg(JournalEntry entry, Account account) {
    return entry.draft().postings().stream()
        .filter(posting -> posting.account() == account)
        .mapToLong(Posting::amount)
        .sum();
  }

  static List<JournalEntry> ofHead(LedgerStore ledger, Head head) {
    return ledger.entries().stream()
        .filter(entry -> entry.draft().head().equals(head.key()))
        .sorted(Comparator.comparingLong(JournalEntry::seq))
        .toList();
  }

  private static void checkHead(Head head, List<JournalEntry> entries) {
    Violation.unless(head.pending().isEmpty(), "nothing is pending in " + head);
    Violation.unless(head.seq() == entries.size(), "the numbers of " + head.key() + " have no gap");
    Balances fold = Balances.ZERO;
    String hash = HashChain.GENESIS;
    long seq = 0;
    for (JournalEntry entry : entries) {
      Violation.unless(entry.seq() == ++seq, "entries are numbered: " + entry);
      Violation.unless(
          entry.intact() && entry.previousHash().equals(hash), "the chain holds at " + entry);
      fold = fold.plus(entry.draft().postings());
      hash = entry.hash();
    }
    Violation.unless(head.balances().equals(fold), "balances are the fold of the entries: " + head);
    Violation.unless(head.lastHash().equals(hash), "the chain ends in its head: " + head);
    checkMoney(head, entries);
  }

  /// What the merchant earned is what it has, is owed, or was paid.
  private static void checkMoney(Head head, List<JournalEntry> entries) {
    long earned =
        entries.stream()
            .filter(entry -> entry.draft().type().batchLine())
            .mapToLong(entry ->
                leg(entry, Account.SCHEME_RECEIVABLE)
                    + leg(entry, Account.COMMISSION_INCOME)
                    + leg(entry, Account.BSMV_PAYABLE))
            .sum();
    Balances has = head.balances();
    long kept =
        -has.of(Account.MERCHANT_PENDING)
            - has.of(Account.MERCHANT_AVAILABLE)
            - has.of(Account.MERCHANT_RESERVE)
            - has.of(Account.PAYOUT_IN_TRANSIT)
            + head.paidOut();
    Violation.unless(earned == kept, "earned " + earned + ", kept " + kept + ": " + head);
    long confirmed =
        entries.stream()
            .filter(entry -> entry.draft().type() == EntryType.PAYOUT_CONFIRMED)
            .mapToLong(entry -> -leg(entry, Account.BANK_ACCOUNT))
            .sum();
    Violation.unless(head.paidOut() == confirmed, "paid out is what was confirmed: " + head);
  }
}
