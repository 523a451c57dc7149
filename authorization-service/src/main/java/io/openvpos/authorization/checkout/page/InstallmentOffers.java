package io.openvpos.authorization.checkout.page;

import io.openvpos.authorization.checkout.domain.Installments;
import io.openvpos.authorization.checkout.domain.SessionTerms;
import io.openvpos.authorization.profile.Merchants;
import io.openvpos.authorization.vault.Bins;
import java.util.List;
import java.util.regex.Pattern;

/// In how many parts a card may pay in a session: what the merchant's profile allows for the class
/// of its leading digits.
final class InstallmentOffers {

  private static final Pattern BIN = Pattern.compile("[0-9]{6,8}");

  private final Merchants merchants;
  private final Bins bins;

  InstallmentOffers(Merchants merchants, Bins bins) {
    this.merchants = merchants;
    this.bins = bins;
  }

  /// From the single shot on; that alone where the digits say too little.
  List<Installments> of(SessionTerms terms, String bin) {
    return Installments.of(terms.amount().minorUnits(), most(terms, bin));
  }

  boolean allows(SessionTerms terms, String bin, int count) {
    return of(terms, bin).stream().anyMatch(offer -> offer.count() == count);
  }

  private int most(SessionTerms terms, String bin) {
    if (!terms.installmentsAllowed() || !BIN.matcher(bin).matches()) {
      return 1;
    }
    return bins.find(bin)
        .flatMap(found ->
            merchants
                .find(terms.merchantId())
                .map(merchant -> merchant.mostInstallments(found.cardClass())))
        .orElse(1);
  }
}
