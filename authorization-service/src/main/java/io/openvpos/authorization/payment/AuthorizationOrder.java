package io.openvpos.authorization.payment;

import io.openvpos.authorization.payment.domain.CredentialOnFile;
import io.openvpos.authorization.payment.domain.PaymentTerms.CaptureMethod;
import io.openvpos.authorization.vault.SubmittedCard;
import io.openvpos.money.Mode;
import io.openvpos.money.Money;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A valid request for a payment.
///
/// @param paymentId derived from the idempotency key, see [Keys#paymentId]
/// @param source the card itself, or the token of one that the vault has
/// @param ip the shopper's address as the shop reports it
/// @param email the shopper's e-mail as the shop reports it
/// @param deviceId the shopper's device as the shop names it
/// @param authentication what the shop asks of 3-D Secure; null if it does not
/// @param credential that the card is kept; null if nothing was said of it
public record AuthorizationOrder(
    String paymentId,
    String requestHash,
    String merchantId,
    Mode mode,
    Money amount,
    @Nullable String orderId,
    CaptureMethod captureMethod,
    int installments,
    Source source,
    @Nullable String ip,
    @Nullable String email,
    @Nullable String deviceId,
    @Nullable String description,
    Map<String, String> metadata,
    @Nullable AuthenticationWish authentication,
    @Nullable CredentialOnFile credential) {

  /// Whether a shop has it made without its customer.
  boolean isByMerchant() {
    return credential != null && credential.isByMerchant();
  }

  /// Where the card comes from.
  public sealed interface Source {
    record Submitted(SubmittedCard card) implements Source {}

    record Token(String token) implements Source {}
  }
}
