package io.openvpos.sandbox.verify.checks;

import io.openvpos.sandbox.verify.books.BookedEntry;
import io.openvpos.schemas.WireMode;
import io.openvpos.schemas.merchant.DayTotal;
import io.openvpos.schemas.merchant.LedgerDayClosed;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;

/// Counts and debits of a day by source partition, mode and currency, from the entries stored, as
/// the ledger told them when the day ended there.
final class DayTotals {

  private record Total(long entries, long debits) {
    Total plus(Total other) {
      return new Total(entries + other.entries, Math.addExact(debits, other.debits));
    }
  }

  private final Map<String, Map<String, Total>> stored = new HashMap<>();

  void add(BookedEntry entry) {
    String source = source(entry.salesDay(), entry.sourceTopic(), entry.sourcePartition());
    String currency = entry.head().substring(entry.head().indexOf('|') + 1);
    stored
        .computeIfAbsent(source, _ -> new TreeMap<>())
        .merge(currency, new Total(1, entry.debits()), Total::plus);
  }

  void compare(LedgerDayClosed closed, Check faults) {
    Map<String, Total> told = new TreeMap<>();
    for (DayTotal total : closed.getTotals()) {
      told.put(
          WireMode.read(total.getMode()).code() + "|" + total.getCurrency(),
          new Total(total.getEntries(), total.getDebits()));
    }
    String source = source(closed.getDay(), closed.getSourceTopic(), closed.getPartition());
    Map<String, Total> counted = stored.getOrDefault(source, Map.of());
    faults.expect(
        told.equals(counted),
        "the ledger told %s of %s, its entries give %s".formatted(told, source, counted));
  }

  private static String source(LocalDate day, String topic, int partition) {
    return day + "|" + topic + "|" + partition;
  }
}
