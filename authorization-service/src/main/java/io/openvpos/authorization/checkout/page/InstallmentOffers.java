package io.openvpos.authorization.checkout.page;

import io.openvpos.authorization.checkout.OfferedInstallments;
import io.openvpos.authorization.checkout.domain.Installments;
import io.openvpos.authorization.checkout.domain.SessionTerms;
import java.util.List;

/// In how many parts a card may pay in a session.
final class InstallmentOffers {

  private final OfferedInstallments offered;

  InstallmentOffers(OfferedInstallments offered) {
    this.offered = offered;
  }

  /// From the single shot on.
  List<Installments> of(SessionTerms terms, String bin) {
    long amount = terms.amount().minorUnits();
    return terms.installmentsAllowed()
        ? offered.of(terms.merchantId(), amount, bin)
        : Installments.of(amount, 1);
  }

  boolean allows(SessionTerms terms, String bin, int count) {
    return of(terms, bin).stream().anyMatch(offer -> offer.count() == count);
  }
}
