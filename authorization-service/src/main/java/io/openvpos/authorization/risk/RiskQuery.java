package io.openvpos.authorization.risk;

import io.openvpos.authorization.vault.StoredCard;
import io.openvpos.money.Mode;
import io.openvpos.money.Money;
import org.jspecify.annotations.Nullable;

/// What risk is asked about: one payment before it goes to the issuer.
///
/// @param ip the shopper's address as the shop reported it
/// @param email the shopper's e-mail as the shop reported it
public record RiskQuery(
    String paymentId,
    String merchantId,
    Mode mode,
    StoredCard card,
    Money amount,
    int installments,
    @Nullable String ip,
    @Nullable String email,
    RiskPolicy policy) {}
