package io.openvpos.authorization.threeds.domain;

import io.openvpos.money.Mode;
import io.openvpos.money.Money;
import org.jspecify.annotations.Nullable;

/// What the cardholder is asked to agree to.
///
/// @param token names the card in the vault
/// @param last4 for the cardholder to recognise the card by
/// @param mcc merchant category code, ISO 18245
/// @param installments 1 is a single shot
/// @param ip where the shop says that the shopper is; for risk
/// @param deviceId the shopper's device as the shop names it; for risk
public record Purchase(
    String paymentId,
    String merchantId,
    String merchantName,
    Mode mode,
    String mcc,
    String token,
    String brand,
    String last4,
    Money amount,
    int installments,
    @Nullable String email,
    @Nullable String ip,
    @Nullable String deviceId) {}
