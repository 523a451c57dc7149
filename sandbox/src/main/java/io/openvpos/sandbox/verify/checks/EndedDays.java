package io.openvpos.sandbox.verify.checks;

import io.openvpos.sandbox.verify.books.BookedMarkers;
import io.openvpos.sandbox.verify.books.Told;
import java.time.LocalDate;
import java.util.Map;
import java.util.TreeMap;

/// The first marker of each day and partition, folded from the log, and the lateness that follows.
final class EndedDays {

  private final Map<String, TreeMap<LocalDate, Long>> read = new TreeMap<>();
  private final Map<String, BookedMarkers> kept = new TreeMap<>();

  void kept(BookedMarkers markers) {
    kept.put(markers.source(), markers);
  }

  void marker(Told told, LocalDate day) {
    read.computeIfAbsent(source(told), _ -> new TreeMap<>()).putIfAbsent(day, told.offset());
  }

  /// The day that a fact here is posted under: its own, or the one open here if that has ended.
  LocalDate dayOf(Told told, LocalDate stamped) {
    TreeMap<LocalDate, Long> here = read.get(source(told));
    if (here == null || here.lastKey().isBefore(stamped)) {
      return stamped;
    }
    return here.lastKey().plusDays(1);
  }

  void judge(Check faults) {
    read.forEach((source, days) -> {
      BookedMarkers markers = kept.get(source);
      faults.expect(
          markers != null && markers.ended().equals(days),
          "the ledger keeps the markers of %s as %s, the log has %s"
              .formatted(source, markers == null ? "none" : markers.ended(), days));
    });
  }

  private static String source(Told told) {
    return told.topic() + "|" + told.partition();
  }
}
