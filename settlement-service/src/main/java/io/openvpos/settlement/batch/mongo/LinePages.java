package io.openvpos.settlement.batch.mongo;

import io.openvpos.settlement.batch.domain.Line;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.function.Function;

/// The pages of one batch, read a few at a time in the order of the ledger. Pages whose numbers
/// overlap, since a part of the log was delivered again, are read together, and each line is given
/// once.
final class LinePages {

  /// Where the lines from `first` to `last` are; not all numbers between need be there.
  ///
  /// @param count how many of them
  record Place(String id, long first, long last, int count) {

    /// Pages of earlier releases may hold a line twice.
    boolean repeats() {
      return count > last - first + 1;
    }
  }

  private static final int LINES_AT_ONCE = 2_000;

  private final List<Place> places;
  private final Function<List<String>, List<List<Line>>> read;

  /// @param places ascending by their first number
  /// @param read the pages with these ids, in no order; each by its numbers
  LinePages(List<Place> places, Function<List<String>, List<List<Line>>> read) {
    this.places = places;
    this.read = read;
  }

  Iterator<Line> all() {
    return new Lines(places);
  }

  /// At least the lines with numbers from `from` to `to`.
  Iterator<Line> around(long from, long to) {
    return new Lines(
        places.stream().filter(place -> place.first() <= to && place.last() >= from).toList());
  }

  private final class Lines implements Iterator<Line> {

    private final List<Place> ahead;
    private int next;
    private Iterator<Line> loaded = Collections.emptyIterator();

    Lines(List<Place> ahead) {
      this.ahead = ahead;
    }

    @Override
    public boolean hasNext() {
      if (!loaded.hasNext() && next < ahead.size()) {
        load();
      }
      return loaded.hasNext();
    }

    @Override
    public Line next() {
      boolean _ = hasNext();
      return loaded.next();
    }

    /// Never ends between two pages that overlap.
    private void load() {
      List<String> ids = new ArrayList<>();
      long last = Long.MIN_VALUE;
      int lines = 0;
      boolean overlap = false;
      while (next < ahead.size() && (lines < LINES_AT_ONCE || ahead.get(next).first() <= last)) {
        Place place = ahead.get(next++);
        overlap |= place.first() <= last || place.repeats();
        ids.add(place.id());
        lines += place.count();
        last = Math.max(last, place.last());
      }
      List<List<Line>> pages = read.apply(ids);
      loaded = overlap ? merged(pages) : joined(pages);
    }

    private static Iterator<Line> joined(List<List<Line>> pages) {
      return pages.stream()
          .sorted(Comparator.comparingLong(page -> page.getFirst().seq()))
          .flatMap(List::stream)
          .iterator();
    }

    private static Iterator<Line> merged(List<List<Line>> pages) {
      NavigableMap<Long, Line> bySeq = new TreeMap<>();
      pages.forEach(page -> page.forEach(line -> bySeq.merge(line.seq(), line, Line::knownFirst)));
      return bySeq.values().iterator();
    }
  }
}
