package io.openvpos.calendar;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;

/// By which tables days are counted in each currency.
///
/// @param home the bank's own: of its currency, and of each that has no system here
/// @param systems by currency, the table of the system that carries its payments
public record CalendarVersions(String home, Map<String, String> systems) {

  private static final Pattern CURRENCY = Pattern.compile("[A-Z]{3}");

  /// A currency in small letters would be no currency's, and all would be paid on other days.
  public CalendarVersions {
    systems = Map.copyOf(systems);
    systems
        .keySet()
        .forEach(currency -> {
          if (!CURRENCY.matcher(currency).matches()) {
            throw new IllegalArgumentException("no currency has a calendar as " + currency);
          }
        });
  }

  /// Where all currencies are paid on the bank's own days.
  public static CalendarVersions only(String home) {
    return new CalendarVersions(home, Map.of());
  }

  /// What a batch in the currency freezes: the bank's own table, and the system's behind it.
  public String of(String currency) {
    String system = systems.get(currency);
    return system == null ? home : home + BankCalendars.AND + system;
  }

  /// By currency in order, what a batch in it freezes; currencies without a system are left out.
  public Map<String, String> byCurrency() {
    Map<String, String> all = new TreeMap<>();
    systems.keySet().forEach(currency -> all.put(currency, of(currency)));
    return all;
  }

  /// All tables, the bank's own first.
  public List<String> tables() {
    List<String> all = new ArrayList<>(List.of(home));
    all.addAll(new TreeSet<>(systems.values()));
    return all;
  }
}
