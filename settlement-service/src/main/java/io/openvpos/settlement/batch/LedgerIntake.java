package io.openvpos.settlement.batch;

import io.openvpos.settlement.batch.domain.LedgerMark;
import io.openvpos.settlement.batch.domain.Line;
import io.openvpos.settlement.batch.domain.LineStore;
import io.openvpos.settlement.batch.domain.MarkStore;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/// Takes in what the ledger says, in the order of its log. Everything is insert-once, so any part
/// of the log may come again. A line that comes first after its day was marked would be in no
/// batch: it is refused, and the partition stops.
public final class LedgerIntake {

  private final LineStore lines;
  private final MarkStore marks;

  public LedgerIntake(LineStore lines, MarkStore marks) {
    this.lines = lines;
    this.marks = marks;
  }

  public void lines(List<Line> found) {
    Set<String> marked = markedOf(found);
    List<Line> afterMark = found.stream().filter(line -> marked.contains(markOf(line))).toList();
    if (!afterMark.isEmpty()) {
      checkKnown(afterMark);
    }
    lines.insertMissing(found.stream().filter(line -> !marked.contains(markOf(line))).toList());
  }

  public void mark(LedgerMark mark) {
    marks.record(mark);
  }

  /// A batch close or a payout instruction is a journal entry now.
  public void posted(String eventId, String entryId) {
    marks.recordPosted(eventId, entryId);
  }

  private Set<String> markedOf(List<Line> found) {
    Set<String> ids = found.stream().map(LedgerIntake::markOf).collect(Collectors.toSet());
    return marks.find(ids).stream().map(LedgerMark::id).collect(Collectors.toSet());
  }

  private void checkKnown(List<Line> repeated) {
    Map<String, String> hashes = lines.hashes(repeated.stream().map(Line::id).toList());
    for (Line line : repeated) {
      if (!line.hash().equals(hashes.get(line.id()))) {
        throw new IllegalStateException(
            "entry " + line.id() + " of " + line.salesDay() + " came after the day's mark");
      }
    }
  }

  private static String markOf(Line line) {
    return LedgerMark.id(line.salesDay(), line.source());
  }
}
