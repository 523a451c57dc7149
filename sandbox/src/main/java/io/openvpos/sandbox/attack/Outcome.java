package io.openvpos.sandbox.attack;

/// What came of an attack and of the good sales beside it.
///
/// @param firstSeen tries until the first that was stopped or sent to review; 0 for none
/// @param silent sales of either side that had no answer in time: of risk, so that the merchant's
///   floor decided, or of the issuer, which counts as not approved
public record Outcome(
    AttackKind kind, boolean rules, Side attack, Side good, int firstSeen, int silent) {

  private static final int THOUSAND = 1_000;

  /// Sales of one side.
  ///
  /// @param approved by the issuer, those under review included
  /// @param reviewed of the approved
  /// @param stopped by risk
  public record Side(int sales, int approved, int reviewed, int stopped) {

    /// Per 1,000 sales, rounded.
    public long approvedPerThousand() {
      return perThousand(approved);
    }

    public long reviewedPerThousand() {
      return perThousand(reviewed);
    }

    public long stoppedPerThousand() {
      return perThousand(stopped);
    }

    private long perThousand(int part) {
      return Math.round((double) part * THOUSAND / sales);
    }
  }

  static String heading() {
    return "%-17s %-5s %6s %9s %9s %10s %7s %9s %9s %7s"
        .formatted(
            "attack",
            "rules",
            "tries",
            "approved",
            "reviewed",
            "first seen",
            "good",
            "stopped",
            "reviewed",
            "silent");
  }

  String line() {
    return "%-17s %-5s %6d %9d %9d %10s %7d %9d %9d %7d"
        .formatted(
            kind.title(),
            rules ? "on" : "off",
            attack.sales(),
            attack.approvedPerThousand(),
            attack.reviewedPerThousand(),
            firstSeen == 0 ? "never" : "try " + firstSeen,
            good.sales(),
            good.stoppedPerThousand(),
            good.reviewedPerThousand(),
            silent);
  }
}
