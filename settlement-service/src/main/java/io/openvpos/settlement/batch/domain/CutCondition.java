package io.openvpos.settlement.batch.domain;

import io.openvpos.settlement.batch.domain.Line.Source;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Whether a day may be cut: every source partition has been marked by the ledger, and the lines at
/// hand are exactly those that the marks count. Counting is not for use by two threads.
public final class CutCondition {

  private record Key(Source source, String modeAndCurrency) {}

  private record Sum(long entries, long debits) {
    Sum plus(Sum other) {
      return new Sum(entries + other.entries, Math.addExact(debits, other.debits));
    }
  }

  private final Map<Key, Sum> lines = new HashMap<>();

  /// The marks that a day needs: one for each source topic and partition.
  public static List<String> markIds(LocalDate day, List<String> topics, int partitions) {
    List<String> ids = new ArrayList<>();
    for (String topic : topics) {
      for (int partition = 0; partition < partitions; partition++) {
        ids.add(LedgerMark.id(day, new Source(topic, partition)));
      }
    }
    return ids;
  }

  /// Counts a line; each (head, seq) once, which the store sees to.
  public void count(Line line) {
    Key key = new Key(line.source(), line.head().mode().code() + " " + line.head().currency());
    lines.merge(key, new Sum(1, line.debits()), Sum::plus);
  }

  /// Takes over what another one counted. May be called by several threads.
  public synchronized void add(CutCondition other) {
    other.lines.forEach((key, sum) -> lines.merge(key, sum, Sum::plus));
  }

  /// `marks` are all the marks of the day.
  public boolean agrees(List<LedgerMark> marks) {
    Map<Key, Sum> promised = new HashMap<>();
    for (LedgerMark mark : marks) {
      for (SourceTotal total : mark.totals()) {
        Key key = new Key(mark.source(), total.mode().code() + " " + total.currency());
        promised.merge(key, new Sum(total.entries(), total.debits()), Sum::plus);
      }
    }
    return promised.equals(lines);
  }
}
