package io.openvpos.settlement.report;

import io.openvpos.settlement.batch.domain.Batch;
import io.openvpos.settlement.batch.domain.Line;
import io.openvpos.settlement.batch.domain.LineStore;
import io.openvpos.settlement.batch.domain.SeqRange;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.PrimitiveIterator;

/// The lines of a batch in the order of the ledger, a few hundred at a time, whatever its size:
/// exactly those that the batch names. One more or less is a broken store.
public final class LinePages implements Iterator<List<Line>> {

  private static final int LINES_AT_ONCE = 500;

  private final Batch batch;
  private final Iterator<Line> lines;
  private final PrimitiveIterator.OfLong seqs;

  public LinePages(LineStore lines, Batch batch) {
    this.batch = batch;
    this.lines = lines.ofBatch(batch.id());
    seqs = batch.entries().stream().flatMapToLong(SeqRange::numbers).iterator();
  }

  @Override
  public boolean hasNext() {
    if (lines.hasNext() != seqs.hasNext()) {
      throw broken();
    }
    return lines.hasNext();
  }

  @Override
  public List<Line> next() {
    List<Line> found = new ArrayList<>(LINES_AT_ONCE);
    while (found.size() < LINES_AT_ONCE && hasNext()) {
      Line line = lines.next();
      if (line.seq() != seqs.nextLong()) {
        throw broken();
      }
      found.add(line);
    }
    return found;
  }

  private IllegalStateException broken() {
    return new IllegalStateException("the lines of " + batch.id() + " are not those it names");
  }
}
