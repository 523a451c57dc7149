package io.openvpos.fraud.dashboard;

import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/// What scoring did in the last days.
///
/// @param days how many, today included
/// @param scores all bins, the lowest first
/// @param byDay UTC days, the oldest first
/// @param byHour of the last two days
/// @param quality of all payments that something is known of
/// @param drift of each feature, the largest first
/// @param rules the most frequent first
public record DashboardReport(
    int days,
    List<ScoreBin> scores,
    List<Period> byDay,
    List<Period> byHour,
    Quality quality,
    List<Drifted> drift,
    List<RuleRow> rules,
    List<ShadowRow> shadow) {

  /// Payments with scores from `from` on, to the next bin.
  public record ScoreBin(int from, long payments) {}

  /// Decisions of an hour or a day.
  ///
  /// @param start of it, ISO 8601
  public record Period(String start, long approved, long reviewed, long challenged, long declined) {

    public long payments() {
      return approved + reviewed + challenged + declined;
    }
  }

  /// Labelled payments. Flagged is whatever was not approved. Young payments may become known as
  /// fraud yet, and what was declined hardly ever does: precision is a lower bound.
  public record Quality(long fraudFlagged, long fraudPassed, long goodFlagged, long goodPassed) {

    /// Of the flagged that are known, the share that is fraud.
    public OptionalDouble precision() {
      return share(fraudFlagged, fraudFlagged + goodFlagged);
    }

    /// Of the known fraud, the share that was flagged.
    public OptionalDouble recall() {
      return share(fraudFlagged, fraudFlagged + fraudPassed);
    }
  }

  /// How far a feature has moved.
  ///
  /// @param psi see [io.openvpos.fraud.dashboard.domain.Drift]
  public record Drifted(String feature, double psi) {}

  /// A rule or list and what it did.
  ///
  /// @param version of the rule set; empty for lists
  /// @param frauds matches that are known as fraud
  /// @param good matches that are known as good
  /// @param meanNanos of a sample, at this instance since its start; empty if none was measured
  public record RuleRow(
      String version, String code, long hits, long frauds, long good, OptionalLong meanNanos) {

    /// Of its matches that are known, the share that is fraud.
    public OptionalDouble precision() {
      return share(frauds, frauds + good);
    }
  }

  /// Payments that went one way while the version in shadow would have sent them another or the
  /// same.
  public record ShadowRow(String version, String decided, String shadow, long payments) {

    public boolean agrees() {
      return decided.equals(shadow);
    }
  }

  private static OptionalDouble share(long part, long whole) {
    return whole == 0 ? OptionalDouble.empty() : OptionalDouble.of((double) part / whole);
  }
}
