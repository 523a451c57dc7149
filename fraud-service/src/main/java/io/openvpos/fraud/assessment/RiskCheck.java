package io.openvpos.fraud.assessment;

import io.openvpos.fraud.history.Attempt;
import io.openvpos.fraud.rules.judging.PaymentFacts;
import io.openvpos.fraud.scoring.RiskRequest;
import io.openvpos.money.Mode;
import java.time.Instant;

/// One asking for a score.
///
/// @param requestHash of what is scored; a payment asked about with another hash is another request
/// @param correlationId new with each asking; the answer repeats it
/// @param attempt the same as the histories take it in
/// @param facts what rules and lists may know of it
/// @param occurredAt event time, from the asker's clock
/// @param replyPartition the partition of the answers that the asking instance reads
public record RiskCheck(
    String paymentId,
    String requestHash,
    String correlationId,
    String merchantId,
    Mode mode,
    RiskRequest request,
    Attempt attempt,
    PaymentFacts facts,
    Instant occurredAt,
    int replyPartition) {}
