package io.openvpos.sandbox.verify.books;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The bank days of one calendar version, as far as value dates need them.
///
/// @param holidays dates closed all day; weekends apart
public record BankDays(Set<LocalDate> holidays) {

  public BankDays {
    holidays = Set.copyOf(holidays);
  }

  /// By the table that settlement-service carries under this version; by all of them, where the
  /// version names several with `+` between.
  public static BankDays ofVersion(String version) {
    Set<LocalDate> holidays = new HashSet<>();
    for (String table : version.split("\\+", -1)) {
      holidays.addAll(holidaysOf(table));
    }
    return new BankDays(holidays);
  }

  private static Set<LocalDate> holidaysOf(String version) {
    String resource = "/bank-calendars/" + version + ".json";
    try (InputStream file = BankDays.class.getResourceAsStream(resource)) {
      if (file == null) {
        throw new IllegalArgumentException("no bank calendar " + version + " on the class path");
      }
      Set<LocalDate> holidays = new HashSet<>();
      for (JsonNode holiday : new JsonMapper().readTree(file).get("holidays")) {
        if (holiday.get("closed").asString().equals("full")) {
          holidays.add(LocalDate.parse(holiday.get("date").asString()));
        }
      }
      return holidays;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// The date itself if banks are open on it, else the next one.
  public LocalDate onOrAfter(LocalDate date) {
    LocalDate candidate = date;
    while (candidate.getDayOfWeek() == DayOfWeek.SATURDAY
        || candidate.getDayOfWeek() == DayOfWeek.SUNDAY
        || holidays.contains(candidate)) {
      candidate = candidate.plusDays(1);
    }
    return candidate;
  }

  public LocalDate firstAfter(LocalDate date) {
    return onOrAfter(date.plusDays(1));
  }

  /// `days` calendar days later, on a bank day, at the earliest the first one after `salesDay`.
  public LocalDate valueDate(LocalDate salesDay, int days) {
    LocalDate byContract = onOrAfter(salesDay.plusDays(days));
    LocalDate floor = firstAfter(salesDay);
    return byContract.isBefore(floor) ? floor : byContract;
  }
}
