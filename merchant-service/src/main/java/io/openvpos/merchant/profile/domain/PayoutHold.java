package io.openvpos.merchant.profile.domain;

import java.time.Instant;

/// Nothing is paid out to the merchant for the time being. What it sells goes on to become due.
///
/// @param by who decided it
public record PayoutHold(String reason, String by, Instant at) {}
