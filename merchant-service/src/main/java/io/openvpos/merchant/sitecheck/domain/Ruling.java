package io.openvpos.merchant.sitecheck.domain;

import java.time.Instant;

/// What a person decided about one criterion. It stands beside the machine's finding and never
/// replaces it; the latest one counts.
///
/// @param note why, in the person's words; never empty
public record Ruling(Criterion criterion, boolean passed, String by, String note, Instant at) {}
