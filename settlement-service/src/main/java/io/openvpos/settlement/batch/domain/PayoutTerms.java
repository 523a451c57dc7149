package io.openvpos.settlement.batch.domain;

import org.jspecify.annotations.Nullable;

/// In which currency a contract version pays, and from which amount on, as the ledger's lines carry
/// it.
///
/// @param contractVersion 0 where none is known, and on lines, which tell theirs otherwise
/// @param settlementCurrency null: the currency of the sale
/// @param minimum the least that is paid out, in minor units of the currency paid in
public record PayoutTerms(int contractVersion, @Nullable String settlementCurrency, long minimum) {

  public static final PayoutTerms NONE = new PayoutTerms(0, null, 0);

  public PayoutTerms {
    if (contractVersion < 0 || minimum < 0) {
      throw new IllegalArgumentException(
          "payout terms of version " + contractVersion + " with a minimum of " + minimum);
    }
  }

  /// The same, of a version.
  public PayoutTerms of(int version) {
    return new PayoutTerms(version, settlementCurrency, minimum);
  }

  /// Those of the later contract version; of one version there is only one.
  public PayoutTerms newer(PayoutTerms other) {
    return other.contractVersion > contractVersion ? other : this;
  }

  /// The currency that what was sold in `currency` is paid in.
  public String paidIn(String currency) {
    return settlementCurrency == null ? currency : settlementCurrency;
  }

  /// What holds where the money comes in after it was converted.
  public PayoutTerms converted() {
    return new PayoutTerms(contractVersion, null, minimum);
  }
}
