package io.openvpos.sandbox.verify.books;

import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A business day.
///
/// @param cut whether its batches are cut
/// @param closed whether everything of it is back as entries
/// @param digest over the digests of its batches, once closed
/// @param calendar the version of the bank's own calendar that it froze; null while it is open
/// @param systems by currency, the version of the calendar of the system that carries its payments
public record BookedDay(
    LocalDate day,
    boolean cut,
    boolean closed,
    @Nullable String digest,
    @Nullable String calendar,
    Map<String, String> systems) {

  public BookedDay {
    systems = Map.copyOf(systems);
  }

  /// By which calendar its close pays a currency.
  public Optional<String> calendarOf(String currency) {
    String system = systems.get(currency);
    return Optional.ofNullable(calendar).map(own -> system == null ? own : own + "+" + system);
  }
}
