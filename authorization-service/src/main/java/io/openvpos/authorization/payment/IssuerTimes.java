package io.openvpos.authorization.payment;

import java.time.Duration;

/// How long the issuer is waited for.
///
/// @param deadline from writing the attempt until no answer is waited for any more
/// @param grace how long after the deadline an open attempt is left to the request that wrote it
public record IssuerTimes(Duration deadline, Duration grace) {}
