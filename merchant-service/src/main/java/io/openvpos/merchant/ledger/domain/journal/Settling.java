package io.openvpos.merchant.ledger.domain.journal;

/// What settlement needs of the contract version that priced a line, so that it need not know
/// contracts.
///
/// @param valueDays calendar days from the business day to the value date
/// @param parts 1: due at once, by the value days; n: in n parts, a month apart
/// @param reserveBasisPoints held back of a batch's positive net
/// @param reserveDays calendar days until that is given back
public record Settling(int valueDays, int parts, int reserveBasisPoints, int reserveDays) {

  public Settling {
    Invariant.check(
        parts >= 1 && reserveBasisPoints >= 0 && reserveDays >= 0, "a line settles some time");
  }

  /// Due at once, with nothing held back.
  public static Settling after(int valueDays) {
    return new Settling(valueDays, 1, 0, 0);
  }
}
