package io.openvpos.settlement.fx.domain;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// A table of rates as imported. Its rates never change; a corrected file is the next version of
/// its date.
///
/// | action | status before | after | by whom |
/// |---|---|---|---|
/// | import, near the table before it | – | in force | anybody of finance |
/// | import, far from it or the first one | – | waiting | anybody of finance |
/// | approve | waiting | in force | somebody else of finance |
/// | reject | waiting | rejected | anybody of finance, with a reason |
///
/// @param version of its date, from 1
/// @param doubtful the currencies whose rates are far from those of the table before, or that have
///   nothing to be compared with
/// @param decided who let it count or dropped it; null where nobody had to or has yet
public record RateTable(
    RateSheet sheet,
    int version,
    String sha256,
    Status status,
    List<String> doubtful,
    Step imported,
    @Nullable Step decided) {

  /// Whether it counts.
  public enum Status {
    WAITING,
    IN_FORCE,
    REJECTED;

    public String code() {
      return name().toLowerCase(Locale.ROOT);
    }

    public static Status of(String code) {
      return valueOf(code.toUpperCase(Locale.ROOT));
    }
  }

  /// What somebody did.
  ///
  /// @param reason of a rejection
  public record Step(String by, Instant at, @Nullable String reason) {
    public Step(String by, Instant at) {
      this(by, at, null);
    }
  }

  /// What came of a request.
  public sealed interface Outcome {
    /// It stands differently now.
    record Changed(RateTable to) implements Outcome {}

    /// It stood like that already.
    record Same() implements Outcome {}

    /// The code says why not.
    record Refused(String code) implements Outcome {}
  }

  public RateTable {
    doubtful = List.copyOf(doubtful);
  }

  /// A new table; it waits if anything about it is doubtful.
  public static RateTable imported(
      RateSheet sheet, int version, List<String> doubtful, Step imported) {
    return new RateTable(
        sheet,
        version,
        sheet.sha256(),
        doubtful.isEmpty() ? Status.IN_FORCE : Status.WAITING,
        doubtful,
        imported,
        null);
  }

  /// `date.version`: what conversions name.
  public String id() {
    return id(sheet.date(), version);
  }

  public static String id(LocalDate date, int version) {
    return date + "." + version;
  }

  /// Whether a day may be converted by it: not older than so many calendar days, and not newer.
  public boolean isFresh(LocalDate day, int maxAgeDays) {
    LocalDate date = sheet.date();
    return !date.isAfter(day) && !date.isBefore(day.minusDays(maxAgeDays));
  }

  public Outcome approve(Step step) {
    return switch (status) {
      case IN_FORCE -> new Outcome.Same();
      case REJECTED -> new Outcome.Refused("fx_rates_rejected");
      case WAITING ->
          imported.by().equals(step.by())
              ? new Outcome.Refused("four_eyes")
              : new Outcome.Changed(decided(Status.IN_FORCE, step));
    };
  }

  /// Whoever imported it may take it back this way too.
  public Outcome reject(Step step) {
    return switch (status) {
      case IN_FORCE -> new Outcome.Refused("fx_rates_in_force");
      case REJECTED -> new Outcome.Same();
      case WAITING -> new Outcome.Changed(decided(Status.REJECTED, step));
    };
  }

  private RateTable decided(Status next, Step step) {
    return new RateTable(sheet, version, sha256, next, doubtful, imported, step);
  }
}
