package io.openvpos.authorization.payment;

import java.time.Duration;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// How long the schemes let an uncaptured authorization live. They change their rules, so the days
/// are settings; a merchant's own contract may make them fewer, never more.
///
/// @param days where no period below names the brand
/// @param periods by brand and trade; one that names trades wins over one that names none
public record HoldPeriods(int days, List<Period> periods) {

  /// One scheme's rule.
  ///
  /// @param brand such as `visa`
  /// @param mccs merchant category codes and ranges such as `7011` and `3501-3999`, both ends
  ///   included; none for every trade
  public record Period(String brand, int days, List<String> mccs) {

    private static final Pattern RANGE = Pattern.compile("([0-9]{4})(?:-([0-9]{4}))?");

    public Period {
      check(days, "periods.days");
      mccs = List.copyOf(mccs);
      for (String range : mccs) {
        if (!RANGE.matcher(range).matches()) {
          throw new IllegalArgumentException("vpos.holds.periods.mccs has no range " + range);
        }
      }
    }

    private boolean names(String mcc) {
      return mccs.stream()
          .map(RANGE::matcher)
          .filter(Matcher::matches)
          .anyMatch(range -> {
            String last = range.group(2) == null ? range.group(1) : range.group(2);
            return range.group(1).compareTo(mcc) <= 0 && mcc.compareTo(last) <= 0;
          });
    }
  }

  public HoldPeriods {
    check(days, "days");
    periods = List.copyOf(periods);
  }

  /// How long a hold lives.
  ///
  /// @param merchantDays what the merchant's contract allows
  Duration of(String brand, String mcc, int merchantDays) {
    int scheme =
        periods.stream()
            .filter(period -> period.brand().equals(brand))
            .filter(period -> period.mccs().isEmpty() || period.names(mcc))
            .min((one, other) -> Boolean.compare(one.mccs().isEmpty(), other.mccs().isEmpty()))
            .map(Period::days)
            .orElse(days);
    return Duration.ofDays(Math.min(scheme, merchantDays));
  }

  private static void check(int days, String setting) {
    if (days < 1 || days > 90) {
      throw new IllegalArgumentException("vpos.holds." + setting + " is not in 1..90");
    }
  }
}
