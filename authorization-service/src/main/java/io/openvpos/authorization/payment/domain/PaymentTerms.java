package io.openvpos.authorization.payment.domain;

import io.openvpos.money.Mode;
import io.openvpos.money.Money;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What was asked, by whom and of which card. Never changes after the payment is received.
///
/// @param orderId the shop's own reference; null if it gave none
/// @param installments 1 is a single shot
/// @param terminalId the merchant's terminal when the payment was received (DE 41)
/// @param mcc the merchant's category code then, ISO 18245
/// @param credential that the card is kept; null if nothing was said of it
public record PaymentTerms(
    String paymentId,
    String merchantId,
    Mode mode,
    Money amount,
    @Nullable String orderId,
    CaptureMethod captureMethod,
    int installments,
    Card card,
    Risk risk,
    String terminalId,
    String mcc,
    @Nullable String description,
    Map<String, String> metadata,
    Instant createdAt,
    @Nullable CredentialOnFile credential) {

  public PaymentTerms {
    Invariant.check(amount.isPositive(), "a payment is of a positive amount");
    Invariant.check(installments >= 1, "instalments count from 1");
    metadata = Map.copyOf(metadata);
  }

  /// When the held amount is claimed: with the approval, or by the merchant's own captures.
  public enum CaptureMethod {
    AUTOMATIC,
    MANUAL
  }
}
