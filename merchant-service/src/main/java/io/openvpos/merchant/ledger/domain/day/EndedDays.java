package io.openvpos.merchant.ledger.domain.day;

import io.openvpos.merchant.ledger.domain.journal.Invariant;
import io.openvpos.merchant.ledger.domain.journal.Source;
import java.time.LocalDate;
import java.util.Map;
import java.util.TreeMap;

/// The first marker of each business day in one source partition. Lateness is a function of it and
/// of a fact's offset, so a replay from offset 0 decides the same for every fact.
///
/// @param version of the stored document; 0 if none is stored yet
/// @param ended the offset of each day's first marker
public record EndedDays(Source source, long version, Map<LocalDate, Long> ended) {

  public EndedDays {
    ended = Map.copyOf(ended);
  }

  public static EndedDays none(Source source) {
    return new EndedDays(source, 0, Map.of());
  }

  /// The day that a fact at the offset is posted under: its own, unless a marker of it (or of a
  /// later day, which ends it too) stands before the fact; then the day open there.
  public LocalDate dayOf(LocalDate stamped, long offset) {
    return ended.entrySet().stream()
        .filter(marker -> marker.getValue() < offset && !marker.getKey().isBefore(stamped))
        .map(Map.Entry::getKey)
        .max(LocalDate::compareTo)
        .map(last -> last.plusDays(1))
        .orElse(stamped);
  }

  public boolean knows(LocalDate day) {
    return ended.containsKey(day);
  }

  /// Records a marker; a later one of the same day changes nothing.
  public EndedDays with(LocalDate day, long offset) {
    Long first = ended.get(day);
    if (first != null) {
      Invariant.check(first <= offset, "a marker before the first one of " + day);
      return this;
    }
    Map<LocalDate, Long> extended = new TreeMap<>(ended);
    extended.put(day, offset);
    return new EndedDays(source, version + 1, extended);
  }
}
