package io.openvpos.settlement.batch;

import io.openvpos.settlement.batch.domain.LedgerMark;
import io.openvpos.settlement.batch.domain.Line;
import io.openvpos.settlement.batch.domain.LineStore;
import io.openvpos.settlement.batch.domain.MarkStore;
import io.openvpos.settlement.batch.domain.Posted;
import io.openvpos.settlement.batch.domain.PostedStore;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// Takes in what the ledger says, in the order of its log. Everything is insert-once, so any part
/// of the log may come again. A line that comes first after its day was marked would be in no
/// batch: it is refused, and the partition stops.
public final class LedgerIntake {

  private final LineStore lines;
  private final MarkStore marks;
  private final PostedStore entries;

  public LedgerIntake(LineStore lines, MarkStore marks) {
    this(lines, marks, PostedStore.NONE);
  }

  public LedgerIntake(LineStore lines, MarkStore marks, PostedStore entries) {
    this.lines = lines;
    this.marks = marks;
    this.entries = entries;
  }

  /// Takes the lines in up to the first late one, which is refused.
  public void lines(List<Line> found) {
    Set<String> marked = markedOf(found);
    OptionalInt late = firstLate(found, marked);
    lines.insertMissing(
        found.stream()
            .limit(late.orElse(found.size()))
            .filter(line -> !marked.contains(markOf(line)))
            .toList());
    if (late.isPresent()) {
      throw new LateLineException(found.get(late.getAsInt()), late.getAsInt());
    }
  }

  /// Whether the day was marked before, by the same source.
  public boolean isMarked(LedgerMark mark) {
    return !marks.find(List.of(mark.id())).isEmpty();
  }

  public void mark(LedgerMark mark) {
    marks.record(mark);
  }

  /// Keeps an entry whose legs no line tells.
  public void entry(Posted entry) {
    entries.insertMissing(entry);
  }

  /// A batch close or a payout instruction is a journal entry now.
  public void posted(String eventId, String entryId) {
    marks.recordPosted(eventId, entryId);
  }

  private Set<String> markedOf(List<Line> found) {
    Set<String> ids = found.stream().map(LedgerIntake::markOf).collect(Collectors.toSet());
    return marks.find(ids).stream().map(LedgerMark::id).collect(Collectors.toSet());
  }

  /// The place of the first line that is not the very one stored before its day was marked.
  private OptionalInt firstLate(List<Line> found, Set<String> marked) {
    List<Line> afterMark = found.stream().filter(line -> marked.contains(markOf(line))).toList();
    if (afterMark.isEmpty()) {
      return OptionalInt.empty();
    }
    Map<String, String> hashes = lines.hashes(afterMark);
    return IntStream.range(0, found.size())
        .filter(place -> marked.contains(markOf(found.get(place))))
        .filter(place -> !found.get(place).hash().equals(hashes.get(found.get(place).id())))
        .findFirst();
  }

  private static String markOf(Line line) {
    return LedgerMark.id(line.salesDay(), line.source());
  }
}
