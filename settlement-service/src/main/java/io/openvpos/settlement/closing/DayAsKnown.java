package io.openvpos.settlement.closing;

import io.openvpos.settlement.batch.domain.Figures;
import io.openvpos.settlement.batch.domain.Line;
import io.openvpos.settlement.batch.domain.LineStore;
import io.openvpos.settlement.businessday.domain.BusinessDay;
import io.openvpos.settlement.closing.DayPreview.Expected;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// A day as settlement knew it at an earlier time, and what came between two times. The ledger only
/// ever adds entries, so every difference is lines that came, each with the event that it came of.
/// The time of a line is the broker's; a line stored before that was kept counts as known from the
/// beginning.
public final class DayAsKnown {

  private final LineStore lines;
  private final DayPreview preview;

  /// What came in one mode and currency.
  public record Came(String mode, String currency, long lines, Figures figures) {
    private Came plus(Line line) {
      return new Came(mode, currency, lines + 1, figures.plus(line.figures()));
    }
  }

  /// What came after one time and not after another.
  ///
  /// @param totals over all of it
  /// @param page a part of the lines, in the order of batches and of the ledger
  /// @param more whether there are lines after the page
  public record Difference(List<Came> totals, List<Line> page, boolean more) {}

  public DayAsKnown(LineStore lines, DayPreview preview) {
    this.lines = lines;
    this.preview = preview;
  }

  /// What the day would have come to, cut with what was known at the time.
  public List<Expected> at(BusinessDay day, Instant at) {
    return preview.of(day, line -> isKnown(line, at));
  }

  /// Later than `from`, not later than `to`.
  ///
  /// @param after the id of the line that the page follows; null for the first page
  public Difference between(
      BusinessDay day, Instant from, Instant to, @Nullable String after, int limit) {
    Map<String, Came> totals = new TreeMap<>();
    List<Line> page = new ArrayList<>();
    boolean[] within = {after == null};
    lines.forEachOf(
        day.day(),
        line -> {
          if (isKnown(line, to) && !isKnown(line, from)) {
            totals.compute(key(line), (_, sum) -> (sum == null ? none(line) : sum).plus(line));
            if (within[0] && page.size() <= limit) {
              page.add(line);
            }
          }
          within[0] |= line.id().equals(after);
        });
    return new Difference(
        List.copyOf(totals.values()), page.stream().limit(limit).toList(), page.size() > limit);
  }

  private static boolean isKnown(Line line, Instant at) {
    Instant known = line.knownAt();
    return known == null || !known.isAfter(at);
  }

  private static String key(Line line) {
    return line.head().mode().code() + "|" + line.head().currency();
  }

  private static Came none(Line line) {
    return new Came(line.head().mode().code(), line.head().currency(), 0, Figures.ZERO);
  }
}
