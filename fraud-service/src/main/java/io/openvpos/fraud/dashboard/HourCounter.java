package io.openvpos.fraud.dashboard;

import io.openvpos.fraud.assessment.Assessment;
import io.openvpos.fraud.assessment.Assessments;
import io.openvpos.fraud.dashboard.domain.Counts;
import io.openvpos.money.Mode;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.EnumMap;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/// Counts assessments twice: once as they come, for the hours that are not over, in memory; and
/// once whole, a quarter of an hour after an hour's end. An hour whose questions were answered
/// later still (a backlog after an outage) is counted whole again, once nothing of it comes any
/// more. What any instance counted is kept once for all.
///
/// Everything can be made anew: drop the collections, and hours are counted again back to the
/// oldest assessment or [#REACH], the newest first.
final class HourCounter {

  /// How far back counting goes.
  static final Duration REACH = Duration.ofDays(35);

  /// An asker's clock is believed up to ten minutes ahead, and a question waits in the log.
  private static final Duration LATENESS = Duration.ofMinutes(15);

  /// What was assessed so long ago is stored, and what belongs to it was assessed, too.
  private static final Duration SETTLED = Duration.ofMinutes(2);

  /// Hours counted for good in one go, so that a rebuild leaves room for others.
  private static final int AT_ONCE = 6;

  private final Assessments assessments;
  private final CountStore store;
  private final Clock clock;
  private final NavigableMap<Instant, Map<Mode, Counts>> open = new TreeMap<>();
  private Instant cursor = Instant.MIN;

  HourCounter(Assessments assessments, CountStore store, Clock clock) {
    this.assessments = assessments;
    this.store = store;
    this.clock = clock;
  }

  /// Counts what is new.
  synchronized void advance() {
    Instant now = clock.instant();
    Instant unsealed = now.minus(LATENESS).truncatedTo(ChronoUnit.HOURS);
    Instant reach = now.minus(REACH).truncatedTo(ChronoUnit.HOURS);
    Map<Instant, Instant> counted = store.counted(reach);
    int left = seal(reach, unsealed, counted);
    recount(reach, counted, left);
    open.headMap(unsealed).clear();
    Instant from = cursor.isBefore(unsealed) ? unsealed : cursor;
    if (from.isBefore(now)) {
      assessments.between(
          from,
          now,
          each -> {
            count(each, open.computeIfAbsent(hour(each), _ -> new EnumMap<>(Mode.class)));
            return true;
          });
      cursor = now;
    }
  }

  /// Of the hours that are not counted for good yet; what came late is missing until then.
  synchronized Map<Instant, Counts> open(Mode mode) {
    Map<Instant, Counts> found = new TreeMap<>();
    open.forEach((hour, byMode) -> {
      Counts counts = byMode.get(mode);
      if (counts != null) {
        found.put(hour, new Counts().add(counts));
      }
    });
    return found;
  }

  /// How many more hours may be counted in this go.
  private int seal(Instant reach, Instant unsealed, Map<Instant, Instant> counted) {
    Optional<Instant> oldest = assessments.oldest();
    if (oldest.isEmpty()) {
      return AT_ONCE;
    }
    Instant oldestHour = oldest.get().truncatedTo(ChronoUnit.HOURS);
    Instant first = oldestHour.isAfter(reach) ? oldestHour : reach;
    int left = AT_ONCE;
    Instant hour = unsealed.minus(1, ChronoUnit.HOURS);
    while (left > 0 && !hour.isBefore(first)) {
      if (!counted.containsKey(hour)) {
        count(hour);
        left--;
      }
      hour = hour.minus(1, ChronoUnit.HOURS);
    }
    return left;
  }

  /// Counts hours again that late answers came to after they had been counted, the newest first. An
  /// hour waits until no more come to it; one that is not counted yet needs nothing.
  private void recount(Instant reach, Map<Instant, Instant> counted, int most) {
    Instant settled = clock.instant().minus(SETTLED);
    NavigableMap<Instant, Instant> late = new TreeMap<>(assessments.lateHours(reach));
    late.values().removeIf(newest -> newest.isAfter(settled));
    late.descendingMap().entrySet().stream()
        .filter(hour -> {
          Instant before = counted.get(hour.getKey());
          return before != null && before.isBefore(hour.getValue().plus(SETTLED));
        })
        .limit(most)
        .forEach(hour -> count(hour.getKey()));
  }

  private void count(Instant hour) {
    Instant began = clock.instant();
    store.keep(hour, whole(hour), began);
  }

  private Map<Mode, Counts> whole(Instant hour) {
    Map<Mode, Counts> byMode = new EnumMap<>(Mode.class);
    assessments.between(
        hour,
        hour.plus(1, ChronoUnit.HOURS),
        each -> {
          count(each, byMode);
          return true;
        });
    return byMode;
  }

  private static void count(Assessment assessment, Map<Mode, Counts> byMode) {
    Counting.count(assessment, byMode.computeIfAbsent(assessment.mode(), _ -> new Counts()));
  }

  private static Instant hour(Assessment assessment) {
    return assessment.requestedAt().truncatedTo(ChronoUnit.HOURS);
  }
}
