package io.openvpos.authorization.threeds.domain;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// The end of an authentication.
///
/// @param eci what goes to the issuer
/// @param proof CAVV or AAV; null where nothing was proved
/// @param reason `transStatusReason`, or our own word for why there is no answer
public record Ending(
    Outcome outcome,
    Flow flow,
    String eci,
    @Nullable String proof,
    @Nullable String reason,
    Instant at) {}
