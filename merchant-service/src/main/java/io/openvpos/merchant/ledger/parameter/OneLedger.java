package io.openvpos.merchant.ledger.parameter;

import io.openvpos.merchant.ledger.domain.journal.HeadKey;
import io.openvpos.messaging.http.ProblemException;
import io.openvpos.money.Mode;
import java.util.Currency;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Reads mode and currency where one ledger is meant. A wrong one is 400 with its name.
public final class OneLedger {

  private OneLedger() {}

  /// Who sees one mode only need not name it. A ledger in a mode that the caller does not see is
  /// not there for it.
  ///
  /// @param currencies the merchant's
  /// @param seen the modes that the caller may see
  public static HeadKey of(
      String merchantId,
      List<String> currencies,
      List<Mode> seen,
      @Nullable String mode,
      @Nullable String currency) {
    ProblemException wrong = ProblemException.of(400, "validation_failed");
    if (mode == null && seen.size() > 1) {
      wrong.field("mode", "required");
    } else if (mode != null && !mode.equals("test") && !mode.equals("live")) {
      wrong.field("mode", "invalid");
    }
    if (currency == null) {
      wrong.field("currency", "required");
    } else if (!currencies.contains(currency)) {
      wrong.field("currency", "invalid");
    }
    if (currency == null || !wrong.fields().isEmpty()) {
      throw wrong;
    }
    Mode only = mode == null ? seen.getFirst() : Mode.of(mode);
    if (!seen.contains(only)) {
      throw ProblemException.of(404, "not_found");
    }
    return new HeadKey(merchantId, only, Currency.getInstance(currency));
  }
}
