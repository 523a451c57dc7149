package io.openvpos.settlement.payout.domain;

import java.time.Instant;
import java.time.LocalDate;

/// When something from outside was taken: the business day open then, and the moment.
public record Taken(LocalDate day, Instant at) {}
