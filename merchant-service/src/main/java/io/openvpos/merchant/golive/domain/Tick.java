package io.openvpos.merchant.golive.domain;

import java.time.Instant;

/// What earned an item.
///
/// @param evidence the event or payment that showed it
public record Tick(CertificationItem item, Instant at, String evidence) {}
