package io.openvpos.authorization.risk;

import io.openvpos.authorization.vault.StoredCard;
import io.openvpos.money.Mode;
import io.openvpos.money.Money;
import org.jspecify.annotations.Nullable;

/// What risk is asked about: one payment before it goes to the issuer.
///
/// @param ip the shopper's address as the shop reported it
/// @param email the shopper's e-mail as the shop reported it
/// @param deviceId the shopper's device as the shop names it
/// @param standing whether the shopper can be asked to prove who they are, or what came of it
public record RiskQuery(
    String paymentId,
    String merchantId,
    Mode mode,
    StoredCard card,
    Money amount,
    int installments,
    @Nullable String ip,
    @Nullable String email,
    @Nullable String deviceId,
    AuthenticationStanding standing,
    RiskPolicy policy) {}
