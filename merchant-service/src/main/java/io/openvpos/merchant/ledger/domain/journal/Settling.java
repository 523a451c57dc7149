package io.openvpos.merchant.ledger.domain.journal;

import org.jspecify.annotations.Nullable;

/// What settlement needs of the contract version that priced a line, so that it need not know
/// contracts.
///
/// @param valueDays calendar days from the business day to the value date
/// @param parts 1: due at once, by the value days; n: in n parts, a month apart
/// @param reserveBasisPoints held back of a batch's positive net
/// @param reserveDays calendar days until that is given back
/// @param settlementCurrency what the line is paid in, where that is not its own currency
/// @param minimumPayout the least that is paid out, in minor units of the currency paid in
public record Settling(
    int valueDays,
    int parts,
    int reserveBasisPoints,
    int reserveDays,
    @Nullable String settlementCurrency,
    long minimumPayout) {

  public Settling {
    Invariant.check(
        parts >= 1 && reserveBasisPoints >= 0 && reserveDays >= 0 && minimumPayout >= 0,
        "a line settles some time");
  }

  /// Paid in its own currency, any amount.
  public Settling(int valueDays, int parts, int reserveBasisPoints, int reserveDays) {
    this(valueDays, parts, reserveBasisPoints, reserveDays, null, 0);
  }

  /// Due at once, with nothing held back.
  public static Settling after(int valueDays) {
    return new Settling(valueDays, 1, 0, 0);
  }
}
