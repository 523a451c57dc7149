package io.openvpos.calendar;

import io.openvpos.calendar.BankCalendar.Closure;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The calendars by version. A day keeps the version that its close was accepted with, and each of
/// its batches too, so an old version stays for ever and a correction is a new file.
public final class BankCalendars {

  private final String current;
  private final Map<String, BankCalendar> loaded = new ConcurrentHashMap<>();

  /// `current` is the version for days whose close is accepted from now on.
  public BankCalendars(String current) {
    this.current = current;
    current();
  }

  public BankCalendar current() {
    return version(current);
  }

  public BankCalendar version(String version) {
    return loaded.computeIfAbsent(version, BankCalendars::load);
  }

  private static BankCalendar load(String version) {
    String resource = "/bank-calendars/" + version + ".json";
    try (InputStream file = BankCalendars.class.getResourceAsStream(resource)) {
      if (file == null) {
        throw new IllegalArgumentException("there is no bank calendar " + version);
      }
      JsonNode table = JsonMapper.shared().readTree(file);
      Map<LocalDate, Closure> closures = new HashMap<>();
      for (JsonNode holiday : table.get("holidays")) {
        closures.merge(
            date(holiday, "date"),
            Closure.valueOf(holiday.get("closed").asString().toUpperCase(Locale.ROOT)),
            (one, other) -> one == Closure.FULL ? one : other);
      }
      return new BankCalendar(
          table.get("version").asString(), date(table, "from"), date(table, "to"), closures);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static LocalDate date(JsonNode node, String field) {
    return LocalDate.parse(node.get(field).asString());
  }
}
