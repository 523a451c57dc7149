package io.openvpos.fraud.dashboard.mongo;

import io.openvpos.fraud.dashboard.CountStore;
import io.openvpos.fraud.dashboard.domain.Counts;
import io.openvpos.messaging.mongo.Documents;
import io.openvpos.money.Mode;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Date;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.bson.Document;

/// A document for each hour and for each mode and day. A day is the sum of its hours: an hour that
/// is counted again takes its own place. Days are UTC's.
public final class MongoCounts implements CountStore {

  public static final String HOURS = "dashboard_hours";
  public static final String DAYS = "dashboard_days";
  public static final String QUALITY = "dashboard_quality";

  /// All counts of an hour are kept as long as it may be counted again, and its day be added up.
  private static final Duration KEPT_WHOLE = Duration.ofDays(37);

  private static final String DECISION = "decision|";

  private final Documents hours;
  private final Documents days;
  private final Documents quality;

  /// @param days versioned
  public MongoCounts(Documents hours, Documents days, Documents quality) {
    this.hours = hours;
    this.days = days;
    this.quality = quality;
    hours.index(new Document("at", 1));
    days.index(new Document("at", 1));
  }

  @Override
  public Map<Instant, Instant> counted(Instant from) {
    Map<Instant, Instant> counted = new HashMap<>();
    hours.forEach(
        since(from),
        new Document("at", 1).append("counted_at", 1),
        hour -> {
          Date at = hour.getDate("counted_at");
          if (at != null) {
            counted.put(hour.getDate("at").toInstant(), at.toInstant());
          }
        });
    return counted;
  }

  @Override
  public void keep(Instant hour, Map<Mode, Counts> byMode, Instant countedAt) {
    Document decisions = new Document();
    Document all = new Document();
    byMode.forEach((mode, counts) -> {
      decisions.append(mode.code(), new Document(new TreeMap<>(counts.below(DECISION))));
      all.append(mode.code(), new Document(new TreeMap<>(counts.all())));
    });
    Document whole =
        new Document("at", Date.from(hour)).append("decisions", decisions).append("counts", all);
    hours.upsert(hour.toString(), new Document("$set", whole));
    LocalDate day = LocalDate.ofInstant(hour, ZoneOffset.UTC);
    byMode.keySet().forEach(mode -> addUp(day, mode));
    Document noted = new Document("counted_at", Date.from(countedAt));
    hours.update(hour.toString(), new Document("$set", noted));
    hours.update(
        hour.minus(KEPT_WHOLE).toString(), new Document("$unset", new Document("counts", "")));
  }

  /// Makes the day the sum of its hours. The hours are read after the day's version: whoever wrote
  /// the day since then makes this one try again, so no hour that is kept gets lost.
  private void addUp(LocalDate day, Mode mode) {
    String id = mode.code() + "|" + day;
    boolean written = false;
    while (!written) {
      Optional<Document> there = days.find(id);
      Document sum =
          new Document("counts", new Document(new TreeMap<>(sumOfHours(day, mode).all())));
      written =
          there.isPresent()
              ? days.compareAndSet(id, there.get().getLong("version"), new Document("$set", sum))
              : days.insert(
                  sum.append("_id", id)
                      .append("version", 1L)
                      .append("mode", mode.code())
                      .append("at", Date.from(day.atStartOfDay(ZoneOffset.UTC).toInstant())));
    }
  }

  private Counts sumOfHours(LocalDate day, Mode mode) {
    Counts sum = new Counts();
    Instant start = day.atStartOfDay(ZoneOffset.UTC).toInstant();
    hours.forEach(
        new Document(
            "at",
            new Document("$gte", Date.from(start))
                .append("$lt", Date.from(start.plus(Duration.ofDays(1))))),
        hour -> {
          Document counts = hour.get("counts", new Document());
          sum.add(read(counts.get(mode.code(), new Document())));
        });
    return sum;
  }

  @Override
  public Map<Instant, Counts> hours(Mode mode, Instant from) {
    Map<Instant, Counts> found = new TreeMap<>();
    hours.forEach(
        since(from),
        new Document("at", 1).append("decisions", 1),
        hour -> {
          Document decisions = hour.get("decisions", Document.class);
          Document own = decisions.get(mode.code(), new Document());
          Counts counts = new Counts();
          read(own).all().forEach((decision, times) -> counts.add(DECISION + decision, times));
          found.put(hour.getDate("at").toInstant(), counts);
        });
    return found;
  }

  @Override
  public Map<LocalDate, Counts> days(Mode mode, LocalDate from) {
    Map<LocalDate, Counts> found = new TreeMap<>();
    days.forEach(
        since(from.atStartOfDay(ZoneOffset.UTC).toInstant()),
        day -> {
          if (day.getString("mode").equals(mode.code())) {
            Instant at = day.getDate("at").toInstant();
            found.put(
                LocalDate.ofInstant(at, ZoneOffset.UTC), read(day.get("counts", Document.class)));
          }
        });
    return found;
  }

  @Override
  public Counts quality(Mode mode) {
    return quality
        .find(mode.code())
        .map(document -> read(document.get("counts", Document.class)))
        .orElseGet(Counts::new);
  }

  @Override
  public void keepQuality(Mode mode, Counts counts) {
    Document all = new Document(new TreeMap<>(counts.all()));
    quality.upsert(mode.code(), new Document("$set", new Document("counts", all)));
  }

  private static Document since(Instant from) {
    return new Document("at", new Document("$gte", Date.from(from)));
  }

  private static Counts read(Document document) {
    Map<String, Long> counts = new HashMap<>();
    document.forEach((name, times) -> counts.put(name, ((Number) times).longValue()));
    return Counts.of(counts);
  }
}
