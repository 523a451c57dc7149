package io.openvpos.settlement.report;

import io.openvpos.settlement.batch.domain.Batch;
import io.openvpos.settlement.batch.domain.Line;
import io.openvpos.settlement.batch.domain.LineStore;
import io.openvpos.settlement.batch.domain.SeqRange;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.PrimitiveIterator;

/// The lines of a batch in the order of the ledger, a few hundred at a time, whatever its size.
public final class LinePages implements Iterator<List<Line>> {

  private static final int LINES_AT_ONCE = 500;

  private final LineStore lines;
  private final Batch batch;
  private final PrimitiveIterator.OfLong seqs;

  public LinePages(LineStore lines, Batch batch) {
    this.lines = lines;
    this.batch = batch;
    seqs = batch.entries().stream().flatMapToLong(SeqRange::numbers).iterator();
  }

  @Override
  public boolean hasNext() {
    return seqs.hasNext();
  }

  @Override
  public List<Line> next() {
    List<Long> wanted = new ArrayList<>(LINES_AT_ONCE);
    while (wanted.size() < LINES_AT_ONCE && seqs.hasNext()) {
      wanted.add(seqs.nextLong());
    }
    List<Line> found = wanted.isEmpty() ? List.of() : lines.find(batch.head(), wanted);
    if (found.size() != wanted.size()) {
      throw new IllegalStateException("lines of " + batch.id() + " are missing");
    }
    return found.stream().sorted(Comparator.comparingLong(Line::seq)).toList();
  }
}
