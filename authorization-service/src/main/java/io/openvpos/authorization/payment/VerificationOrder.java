package io.openvpos.authorization.payment;

import io.openvpos.authorization.payment.AuthorizationOrder.Source;
import io.openvpos.money.Mode;
import java.util.Currency;
import org.jspecify.annotations.Nullable;

/// A valid request to ask the issuer whether a card is good.
///
/// @param id derived from the idempotency key, see [Keys#verificationId]
/// @param store make a token of a card that is good
/// @param ip the shopper's address as the shop reports it
/// @param deviceId the shopper's device as the shop names it
public record VerificationOrder(
    String id,
    String requestHash,
    String merchantId,
    Mode mode,
    Source source,
    Currency currency,
    boolean store,
    @Nullable String ip,
    @Nullable String deviceId) {}
