package io.openvpos.sandbox.verify.checks;

import io.openvpos.sandbox.verify.books.BookedEntry;
import io.openvpos.sandbox.verify.books.BookedHead;
import java.util.Map;
import java.util.TreeMap;

/// 1. An entry has one currency, that of its head.
final class ZeroSums extends Check {

  private final Map<String, Long> ledger = new TreeMap<>();
  private long entries;
  private long heads;

  ZeroSums() {
    super(1, "entries, heads and the whole ledger sum to zero");
  }

  @Override
  void entry(BookedEntry entry) {
    entries++;
    long sum = entry.sum();
    expect(sum == 0, "entry " + entry.id() + " sums to " + sum);
    String currency = entry.head().substring(entry.head().indexOf('|') + 1);
    ledger.merge(currency, sum, Math::addExact);
  }

  @Override
  void head(BookedHead head) {
    heads++;
    long sum = head.balances().values().stream().reduce(0L, Math::addExact);
    expect(sum == 0, "head " + head.id() + " sums to " + sum);
  }

  @Override
  String judge() {
    ledger.forEach(
        (currency, sum) -> expect(sum == 0, "the ledger of " + currency + " sums to " + sum));
    return entries + " entries, " + heads + " heads";
  }
}
