package io.openvpos.fraud.dashboard;

import io.openvpos.fraud.dashboard.DashboardReport.Drifted;
import io.openvpos.fraud.dashboard.DashboardReport.Period;
import io.openvpos.fraud.dashboard.DashboardReport.Quality;
import io.openvpos.fraud.dashboard.DashboardReport.RuleRow;
import io.openvpos.fraud.dashboard.DashboardReport.ScoreBin;
import io.openvpos.fraud.dashboard.DashboardReport.ShadowRow;
import io.openvpos.fraud.dashboard.domain.Counts;
import io.openvpos.fraud.dashboard.domain.Drift;
import io.openvpos.fraud.features.FeatureSchema;
import io.openvpos.money.Mode;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// Puts a report together from counts: some dozens of small documents, no assessment.
public final class Dashboard {

  /// What drift is measured against: the days of counting before the days shown.
  private static final int REFERENCE_DAYS = 28;

  private static final int HOURS = 48;
  private static final int MOST_ROWS = 50;

  private final CountStore store;
  private final HourCounter counter;
  private final RuleTimes times;
  private final Clock clock;

  Dashboard(CountStore store, HourCounter counter, RuleTimes times, Clock clock) {
    this.store = store;
    this.counter = counter;
    this.times = times;
    this.clock = clock;
  }

  /// The report of the last days.
  ///
  /// @param days 1 to 7, today included
  public DashboardReport report(Mode mode, int days) {
    Instant now = clock.instant();
    LocalDate today = LocalDate.ofInstant(now, ZoneOffset.UTC);
    LocalDate first = today.minusDays(days - 1L);
    Map<LocalDate, Counts> byDay = store.days(mode, first.minusDays(REFERENCE_DAYS));
    Instant hoursFrom = now.minus(HOURS, ChronoUnit.HOURS).truncatedTo(ChronoUnit.HOURS);
    Map<Instant, Counts> byHour = new TreeMap<>(store.hours(mode, hoursFrom));
    Map<Instant, Counts> open = new TreeMap<>(counter.open(mode));
    open.keySet().removeAll(byHour.keySet());
    open.forEach((hour, counts) ->
        byDay
            .computeIfAbsent(LocalDate.ofInstant(hour, ZoneOffset.UTC), _ -> new Counts())
            .add(counts));
    Counts shown = new Counts();
    Counts reference = new Counts();
    byDay.forEach((day, counts) -> (day.isBefore(first) ? reference : shown).add(counts));
    byHour.putAll(open);
    Counts quality = store.quality(mode);
    return new DashboardReport(
        days,
        scores(shown),
        periods(byDay, first),
        byHour.entrySet().stream()
            .map(hour -> period(hour.getKey().toString(), hour.getValue()))
            .toList(),
        quality(quality),
        drift(shown, reference),
        rules(shown, quality),
        shadow(shown));
  }

  private static List<Period> periods(Map<LocalDate, Counts> byDay, LocalDate first) {
    return byDay.entrySet().stream()
        .filter(day -> !day.getKey().isBefore(first))
        .map(day -> period(day.getKey().toString(), day.getValue()))
        .toList();
  }

  private static Period period(String start, Counts counts) {
    return new Period(
        start,
        counts.get(Counting.DECISION + "approve"),
        counts.get(Counting.DECISION + "review"),
        counts.get(Counting.DECISION + "challenge"),
        counts.get(Counting.DECISION + "decline"));
  }

  private static List<ScoreBin> scores(Counts shown) {
    List<ScoreBin> bins = new ArrayList<>();
    for (int from = 0; from < 100; from += Counting.BIN_OF_SCORES) {
      bins.add(new ScoreBin(from, shown.get(Counting.SCORE + "%02d".formatted(from))));
    }
    return bins;
  }

  private static Quality quality(Counts counts) {
    return new Quality(
        counts.get(QualityCounter.KNOWN + "fraud|flagged"),
        counts.get(QualityCounter.KNOWN + "fraud|passed"),
        counts.get(QualityCounter.KNOWN + "good|flagged"),
        counts.get(QualityCounter.KNOWN + "good|passed"));
  }

  /// The largest first.
  private static List<Drifted> drift(Counts shown, Counts reference) {
    return FeatureSchema.all().stream()
        .map(feature -> {
          String name = Counting.FEATURE + feature.code() + "|";
          return new Drifted(feature.code(), Drift.psi(shown.below(name), reference.below(name)));
        })
        .sorted(Comparator.comparingDouble(Drifted::psi).reversed())
        .toList();
  }

  private List<RuleRow> rules(Counts shown, Counts quality) {
    return shown.below(Counting.RULE).entrySet().stream()
        .map(rule -> row(rule.getKey(), rule.getValue(), quality))
        .sorted(Comparator.comparingLong(RuleRow::hits).reversed())
        .limit(MOST_ROWS)
        .toList();
  }

  private RuleRow row(String name, long hits, Counts quality) {
    int bar = name.indexOf('|');
    String version = name.substring(0, bar);
    String code = name.substring(bar + 1);
    return new RuleRow(
        version.equals("0") ? "" : version,
        code,
        hits,
        quality.get(QualityCounter.RULE + name + "|fraud"),
        quality.get(QualityCounter.RULE + name + "|good"),
        times.meanNanos(version, code));
  }

  private static List<ShadowRow> shadow(Counts shown) {
    return shown.below(Counting.SHADOW).entrySet().stream()
        .map(each -> {
          String[] parts = each.getKey().split("\\|", -1);
          return new ShadowRow(parts[0], parts[1], parts[2], each.getValue());
        })
        .toList();
  }
}
