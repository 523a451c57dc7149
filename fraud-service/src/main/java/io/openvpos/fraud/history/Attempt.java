package io.openvpos.fraud.history;

import org.jspecify.annotations.Nullable;

/// A payment that was asked about, approved or not: failed attempts count like any other.
///
/// @param atMillis event time
/// @param paymentKey the payment's id as 64 bits, never 0
/// @param card the keyed HMAC of the PAN
/// @param terminal where it was made; the merchant, where terminals are not told apart
/// @param amountMinorUnits in the home currency (see [HomeCurrency])
public record Attempt(
    long atMillis,
    long paymentKey,
    String card,
    String terminal,
    long amountMinorUnits,
    @Nullable String bin,
    @Nullable String ip,
    @Nullable String email,
    @Nullable String device,
    CardKind kind,
    int installments) {

  /// What the card is, apart from which.
  public record CardKind(boolean foreign, boolean prepaid, boolean foreignCurrency) {

    public static final CardKind DOMESTIC = new CardKind(false, false, false);
  }
}
