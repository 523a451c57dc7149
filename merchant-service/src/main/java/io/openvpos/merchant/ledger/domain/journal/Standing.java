package io.openvpos.merchant.ledger.domain.journal;

import java.util.Arrays;
import java.util.List;

/// What the accounts of a head stood at, at some moment.
///
/// @param paidOut confirmed less returned payouts
public record Standing(Balances balances, long paidOut) {

  public static final Standing ZERO = new Standing(Balances.ZERO, 0);

  public static Standing of(Head head) {
    return new Standing(head.balances(), head.paidOut());
  }

  public Standing plus(EntryType type, List<Posting> postings) {
    return new Standing(balances.plus(postings), Math.addExact(paidOut, paidOut(type, postings)));
  }

  /// As it stood without the entry.
  public Standing minus(EntryType type, List<Posting> postings) {
    return new Standing(
        balances.plus(postings.stream().map(Posting::negated).toList()),
        Math.subtractExact(paidOut, paidOut(type, postings)));
  }

  /// What it stood at before all that the other one holds.
  public Standing minus(Standing other) {
    List<Posting> held =
        other.balances.byAccount().entrySet().stream()
            .map(account -> new Posting(account.getKey(), Math.negateExact(account.getValue())))
            .toList();
    return new Standing(balances.plus(held), Math.subtractExact(paidOut, other.paidOut));
  }

  /// All that is owed to the merchant, wherever it is on its way: pending, available, reserve and
  /// in transit. Positive where the acquirer owes.
  public long owed() {
    long owed = 0;
    for (Account account : Account.OWED) {
      owed = Math.subtractExact(owed, balances.of(account));
    }
    return owed;
  }

  /// What is owed on one account, positive where the acquirer owes.
  public long owed(Account account) {
    return Math.negateExact(balances.of(account));
  }

  /// Whether every account stands the same; one never touched stands at 0.
  public boolean same(Standing other) {
    return paidOut == other.paidOut
        && Arrays.stream(Account.values())
            .allMatch(account -> balances.of(account) == other.balances.of(account));
  }

  /// What an entry adds to the head's paid_out: confirmed payouts less those that came back.
  static long paidOut(EntryType type, List<Posting> postings) {
    if (type != EntryType.PAYOUT_CONFIRMED && type != EntryType.PAYOUT_RETURNED) {
      return 0;
    }
    return postings.stream()
        .filter(posting -> posting.account() == Account.BANK_ACCOUNT)
        .mapToLong(posting -> Math.negateExact(posting.amount()))
        .sum();
  }
}
