package io.openvpos.merchant.ledger.hold;

import io.openvpos.merchant.ledger.domain.day.EndedDays;
import io.openvpos.merchant.ledger.domain.hold.HoldTotal;
import io.openvpos.merchant.ledger.domain.hold.PlacedHold;
import io.openvpos.merchant.ledger.domain.journal.Source;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/// What the facts of an ended day did to holds. A function of the log: of the records of an event
/// the first one counts, under the day that its place gives it.
public final class HoldCount {

  /// A fact is stamped with the open day or the one after it, and a day opens when the second one
  /// before it has closed. So none stands before the marker of the third.
  private static final int EARLIEST_MARKER = 3;

  private final HoldLog log;

  public HoldCount(HoldLog log) {
    this.log = log;
  }

  /// Before any of their offsets is committed.
  public void add(Source source, List<PlacedHold> placed) {
    if (!placed.isEmpty()) {
      log.add(source, placed);
    }
  }

  /// Empty if some fact of the day may stand where nothing was counted yet. All records of the
  /// partition before the day's marker have been added.
  public Optional<List<HoldTotal>> totals(LocalDate day, EndedDays ended) {
    if (!counted(day, ended)) {
      return Optional.empty();
    }
    Map<String, PlacedHold> first = new HashMap<>();
    log.forEach(
        ended.source(),
        day,
        day,
        placed -> first.merge(placed.fact().eventId(), placed, PlacedHold::first));
    List<PlacedHold> late =
        new ArrayList<>(first.values().stream().filter(PlacedHold::late).toList());
    if (!late.isEmpty()) {
      LocalDate earliest =
          late.stream()
              .map(placed -> placed.fact().stampedDay())
              .min(Comparator.naturalOrder())
              .orElseThrow();
      if (!counted(earliest, ended)) {
        return Optional.empty();
      }
      withoutRepeats(first, ended.source(), earliest, day);
    }
    return Optional.of(HoldTotal.of(first.values()));
  }

  /// A late record may repeat one that stands under an earlier day, its own or a later one.
  private void withoutRepeats(
      Map<String, PlacedHold> first, Source source, LocalDate earliest, LocalDate day) {
    log.forEach(
        source,
        earliest,
        day.minusDays(1),
        placed ->
            first.computeIfPresent(
                placed.fact().eventId(),
                (_, found) -> placed.offset() < found.offset() ? null : found));
  }

  private boolean counted(LocalDate day, EndedDays ended) {
    OptionalLong from = log.countedFrom(ended.source());
    if (from.isEmpty()) {
      return false;
    }
    Long before = ended.ended().get(day.minusDays(EARLIEST_MARKER));
    return from.getAsLong() == 0 || (before != null && from.getAsLong() <= before);
  }
}
