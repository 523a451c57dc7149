package io.openvpos.fraud.dashboard.mongo;

import io.openvpos.fraud.dashboard.CountStore;
import io.openvpos.fraud.dashboard.domain.Counts;
import io.openvpos.messaging.mongo.Documents;
import io.openvpos.money.Mode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Date;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.bson.Document;

/// A document for each hour, with its decisions, and for each mode and day, with everything. A day
/// names the hours that are in it: an hour that comes again changes nothing. Days are UTC's.
public final class MongoCounts implements CountStore {

  public static final String HOURS = "dashboard_hours";
  public static final String DAYS = "dashboard_days";
  public static final String QUALITY = "dashboard_quality";

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
  public Set<Instant> counted(Instant from) {
    Set<Instant> counted = new HashSet<>();
    hours.forEach(since(from), hour -> counted.add(hour.getDate("at").toInstant()));
    return counted;
  }

  @Override
  public void keep(Instant hour, Map<Mode, Counts> byMode) {
    Document decisions = new Document();
    byMode.forEach((mode, counts) -> {
      addToDay(hour, mode, counts);
      decisions.append(mode.code(), new Document(new TreeMap<>(counts.below(DECISION))));
    });
    hours.insert(
        new Document("_id", hour.toString())
            .append("at", Date.from(hour))
            .append("decisions", decisions));
  }

  private void addToDay(Instant hour, Mode mode, Counts counts) {
    LocalDate day = LocalDate.ofInstant(hour, ZoneOffset.UTC);
    String id = mode.code() + "|" + day;
    while (true) {
      Optional<Document> found = days.find(id);
      if (found.isEmpty()) {
        Document first =
            new Document("_id", id)
                .append("version", 1L)
                .append("mode", mode.code())
                .append("at", Date.from(day.atStartOfDay(ZoneOffset.UTC).toInstant()))
                .append("hours", List.of(hour.toString()))
                .append("counts", new Document(new TreeMap<>(counts.all())));
        if (days.insert(first)) {
          return;
        }
        continue;
      }
      Document there = found.get();
      if (there.getList("hours", String.class).contains(hour.toString())
          || days.compareAndSet(id, there.getLong("version"), added(there, hour, counts))) {
        return;
      }
    }
  }

  private static Document added(Document there, Instant hour, Counts counts) {
    Counts sum = read(there.get("counts", Document.class)).add(counts);
    return new Document("$set", new Document("counts", new Document(new TreeMap<>(sum.all()))))
        .append("$push", new Document("hours", hour.toString()));
  }

  @Override
  public Map<Instant, Counts> hours(Mode mode, Instant from) {
    Map<Instant, Counts> found = new TreeMap<>();
    hours.forEach(
        since(from),
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
