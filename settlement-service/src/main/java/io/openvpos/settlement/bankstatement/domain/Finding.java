package io.openvpos.settlement.bankstatement.domain;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/// What a booking was found to be.
///
/// @param difference what is wrong with it; empty unless it is an exception
/// @param payoutId of the payout that it names; empty if there is none
public record Finding(Kind kind, String difference, String payoutId) {

  /// The kinds of bookings.
  public enum Kind {
    /// A payout left the account.
    PAYOUT,

    /// A payout came back.
    PAYOUT_RETURN,

    /// The card network paid. The ledger has no account of one merchant for it, so nothing is
    /// posted.
    SCHEME_RECEIPT,

    /// Somebody has to look at it.
    EXCEPTION;

    public String code() {
      return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<Kind> of(String code) {
      return Stream.of(values()).filter(one -> one.code().equals(code)).findFirst();
    }
  }

  public static Finding of(Kind kind, String payoutId) {
    return new Finding(kind, "", payoutId);
  }

  public static Finding exception(String difference, String payoutId) {
    return new Finding(Kind.EXCEPTION, difference, payoutId);
  }
}
