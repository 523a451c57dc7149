package io.openvpos.calendar;

import io.openvpos.calendar.BankCalendar.Closure;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The calendars by version. A day keeps the versions that its close was accepted with, and each of
/// its batches its own, so an old version stays for ever and a correction is a new file.
public final class BankCalendars {

  /// Between the versions of tables that all have to be open.
  static final String AND = "+";

  private final CalendarVersions current;
  private final Map<String, BankCalendar> loaded = new ConcurrentHashMap<>();

  /// `current` are the versions for days whose close is accepted from now on.
  public BankCalendars(CalendarVersions current) {
    this.current = current;
    var _ = inForce();
  }

  /// Where all currencies are paid on the bank's own days.
  public BankCalendars(String home) {
    this(CalendarVersions.only(home));
  }

  /// The bank's own.
  public BankCalendar current() {
    return version(current.home());
  }

  /// For days whose close is accepted from now on.
  public CurrencyCalendars inForce() {
    return of(current);
  }

  public CurrencyCalendars of(CalendarVersions versions) {
    Map<String, BankCalendar> others = new HashMap<>();
    versions
        .systems()
        .keySet()
        .forEach(currency -> others.put(currency, version(versions.of(currency))));
    return new CurrencyCalendars(version(versions.home()), others);
  }

  /// Of one table, or of several that all have to be open.
  public BankCalendar version(String version) {
    return loaded.computeIfAbsent(
        version,
        all ->
            Arrays.stream(all.split(Pattern.quote(AND), -1))
                .map(BankCalendars::load)
                .reduce(BankCalendar::and)
                .orElseThrow());
  }

  /// The bank's own table of the version that a batch froze.
  public BankCalendar home(String version) {
    return version(version.split(Pattern.quote(AND), -1)[0]);
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
            Closure::longer);
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
