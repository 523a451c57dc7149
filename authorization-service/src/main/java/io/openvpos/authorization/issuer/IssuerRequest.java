package io.openvpos.authorization.issuer;

import io.openvpos.authorization.vault.SubmittedCard;
import io.openvpos.money.Money;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// One request to the issuer, as the attempt stored it before sending.
///
/// @param slot the reserved place; carries the trace number, and the card of a token
/// @param rrn the retrieval reference number (DE 37), see [Rrn]
/// @param submitted the card of this very request if it brought one, with the security code; null
///   for the one that the place was reserved for
/// @param installments 1 is a single shot
/// @param terminalId DE 41, up to eight characters
/// @param mcc merchant category code, four digits
/// @param transmittedAt DE 7; a reversal names its original by it, so store it
/// @param deadline not sent past it, not waited for past it
/// @param cardholder what 3-D Secure said; null without it
/// @param kept that the card is kept; null if nothing is told of it
public record IssuerRequest(
    IssuerSlot slot,
    String rrn,
    String merchantId,
    @Nullable SubmittedCard submitted,
    Money amount,
    int installments,
    String terminalId,
    String mcc,
    Instant transmittedAt,
    Instant deadline,
    @Nullable CardholderProof cardholder,
    @Nullable KeptCard kept) {

  public String stan() {
    return slot.stan();
  }
}
