package io.openvpos.authorization.payment;

import java.time.Instant;
import java.time.LocalDate;

/// When something is decided, and the business day stamped on the facts that follow.
///
/// @param at in whole milliseconds, as the store keeps time
public record Moment(Instant at, LocalDate day) {}
