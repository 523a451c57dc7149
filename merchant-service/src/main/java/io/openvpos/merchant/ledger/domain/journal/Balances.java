package io.openvpos.merchant.ledger.domain.journal;

import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/// The balance of each account of a head, debits positive. Accounts never touched are absent and 0.
public record Balances(Map<Account, Long> byAccount) {

  public static final Balances ZERO = new Balances(Map.of());

  public Balances {
    EnumMap<Account, Long> copy = new EnumMap<>(Account.class);
    copy.putAll(byAccount);
    byAccount = Collections.unmodifiableMap(copy);
  }

  public long of(Account account) {
    return byAccount.getOrDefault(account, 0L);
  }

  public Balances plus(List<Posting> postings) {
    EnumMap<Account, Long> moved = new EnumMap<>(Account.class);
    moved.putAll(byAccount);
    for (Posting posting : postings) {
      moved.merge(posting.account(), posting.amount(), Math::addExact);
    }
    return new Balances(moved);
  }

  /// Zero in every head that is right.
  public long sum() {
    return byAccount.values().stream().reduce(0L, Math::addExact);
  }
}
