package io.openvpos.merchant.contract.request;

import io.openvpos.merchant.contract.domain.PriceRow;
import io.openvpos.merchant.contract.domain.ceiling.Breach;
import io.openvpos.merchant.request.FieldErrors;
import java.math.BigDecimal;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// Tells breaches of ceilings by their place in the request: one for each row and limit. Where the
/// days are those of the terms, their one place is told once.
final class CeilingFaults {

  private final FieldErrors faults;
  private final List<PriceRow> asSent;
  private final Set<String> told = new HashSet<>();

  CeilingFaults(FieldErrors faults, List<PriceRow> asSent) {
    this.faults = faults;
    this.asSent = asSent;
  }

  void note(List<Breach> breaches) {
    for (Breach breach : breaches) {
      String pointer = pointer(breach);
      if (told.add(pointer)) {
        faults.note(pointer, "above_ceiling", limit(breach), breach.from().toString());
      }
    }
  }

  private String pointer(Breach breach) {
    String row = "/rows/" + asSent.indexOf(breach.row());
    return switch (breach.kind()) {
      case COMMISSION -> row + "/rate_basis_points";
      case VALUE_DAYS -> breach.row().payout() == null ? "/value_days" : row + "/value_days";
    };
  }

  private static String limit(Breach breach) {
    return switch (breach.kind()) {
      case COMMISSION -> BigDecimal.valueOf(breach.limit(), 2).toPlainString() + " %";
      case VALUE_DAYS -> String.valueOf(breach.limit());
    };
  }
}
