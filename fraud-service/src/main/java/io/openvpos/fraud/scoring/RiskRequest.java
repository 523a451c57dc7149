package io.openvpos.fraud.scoring;

import io.openvpos.money.Money;
import org.jspecify.annotations.Nullable;

/// The circumstances of one payment that rules look at.
public record RiskRequest(
    Money amount, CardFacts card, @Nullable String email, VelocityLimits velocityLimits) {}
