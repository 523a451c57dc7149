package io.openvpos.merchant.profile.domain;

import java.time.Instant;

/// The merchant's wish to sell in earnest.
public record LiveRequest(String by, Instant at) {}
