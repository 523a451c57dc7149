package io.openvpos.settlement.fx;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/// What an operator chooses for exchange rates.
///
/// @param plausibleBasisPoints how far a rate may be from the table before, in hundredths of a
///   percent, without a second person; ten percent is more than the lira moves on a bad day
/// @param maxAgeDays the oldest table that a day may be converted by, in calendar days before it;
///   the longest holidays, with the weekends around them, last nine
@Validated
@ConfigurationProperties("vpos.fx")
public record FxSettings(
    @DefaultValue("1000") @Min(1) @Max(10_000) int plausibleBasisPoints,
    @DefaultValue("10") @Min(0) @Max(31) int maxAgeDays) {}
