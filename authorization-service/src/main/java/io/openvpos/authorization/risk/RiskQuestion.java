package io.openvpos.authorization.risk;

import java.time.Instant;

/// A query on its way to whoever scores it.
///
/// @param correlationId new with each asking; the answer echoes it
/// @param requestHash SHA-256 of what is scored: the same request is scored once
/// @param answerBy after this nobody waits any more
public record RiskQuestion(
    RiskQuery query, String correlationId, String requestHash, Instant askedAt, Instant answerBy) {}
