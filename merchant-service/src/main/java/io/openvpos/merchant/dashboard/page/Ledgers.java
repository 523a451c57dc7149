package io.openvpos.merchant.dashboard.page;

import io.openvpos.merchant.ledger.domain.journal.HeadKey;
import io.openvpos.merchant.profile.Merchants;
import io.openvpos.merchant.profile.domain.Merchant;
import io.openvpos.messaging.http.ProblemException;
import io.openvpos.money.Mode;
import java.util.Currency;
import java.util.List;
import org.springframework.stereotype.Component;

/// The ledgers of a merchant, one of each mode and currency.
@Component
final class Ledgers {

  private final Merchants merchants;

  Ledgers(Merchants merchants) {
    this.merchants = merchants;
  }

  Merchant merchant(String id) {
    return merchants.find(id).orElseThrow(() -> ProblemException.of(404, "not_found"));
  }

  static List<HeadKey> of(Merchant merchant, Mode mode) {
    return merchant.currencies().stream()
        .map(code -> new HeadKey(merchant.id(), mode, Currency.getInstance(code)))
        .sorted()
        .toList();
  }

  /// `test` or `live`; whoever says neither sees what sells: live where there is live.
  static Mode mode(Merchant merchant, String wanted) {
    return merchant.modes().stream()
        .filter(mode -> mode.code().equals(wanted))
        .findFirst()
        .orElse(merchant.modes().contains(Mode.LIVE) ? Mode.LIVE : Mode.TEST);
  }
}
