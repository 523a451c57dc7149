package io.openvpos.authorization.checkout;

import io.openvpos.authorization.checkout.domain.Installments;
import io.openvpos.authorization.profile.Merchants;
import io.openvpos.authorization.vault.Bins;
import java.util.List;
import java.util.regex.Pattern;

/// In how many parts a card may pay at a merchant's: what the profile allows for the class of its
/// leading digits.
public final class OfferedInstallments {

  private static final Pattern BIN = Pattern.compile("[0-9]{6,8}");

  private final Merchants merchants;
  private final Bins bins;

  OfferedInstallments(Merchants merchants, Bins bins) {
    this.merchants = merchants;
    this.bins = bins;
  }

  /// From the single shot on; that alone where the digits say too little.
  ///
  /// @param amount minor units
  public List<Installments> of(String merchantId, long amount, String bin) {
    return Installments.of(amount, BIN.matcher(bin).matches() ? most(merchantId, bin) : 1);
  }

  private int most(String merchantId, String bin) {
    return bins.find(bin)
        .flatMap(found ->
            merchants
                .find(merchantId)
                .map(merchant -> merchant.mostInstallments(found.cardClass())))
        .orElse(1);
  }
}
