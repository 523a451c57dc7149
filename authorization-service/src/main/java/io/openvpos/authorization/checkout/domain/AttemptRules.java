package io.openvpos.authorization.checkout.domain;

import java.time.Duration;

/// How often and how long one session is tried.
///
/// @param most declined attempts after which the session is over
/// @param grace how long an attempt may go without a payment before its card is asked for again; it
///   decides what is shown and never whether a second payment is made
public record AttemptRules(int most, Duration grace) {}
