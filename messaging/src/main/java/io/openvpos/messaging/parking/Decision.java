package io.openvpos.messaging.parking;

import java.time.Instant;

/// What an operator decided.
///
/// @param by the operator's subject
public record Decision(String by, Instant at, String reason) {}
