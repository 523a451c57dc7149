package io.openvpos.authorization.payment.domain;

import org.jspecify.annotations.Nullable;

/// What 3-D Secure said of the cardholder.
///
/// @param status authenticated, attempted, failed, rejected, unavailable, unanswered, expired
/// @param flow frictionless, challenge or decoupled
/// @param version of the protocol, for example 2.2.0
/// @param eci how strongly, in the scheme's words
/// @param proof CAVV or AAV for the issuer; null where nothing was proved
/// @param dsTransId the directory server's id; null if it never answered
/// @param liabilityShift whether the issuer bears a fraud
public record AuthenticationResult(
    String status,
    String flow,
    String version,
    String eci,
    @Nullable String proof,
    @Nullable String dsTransId,
    boolean liabilityShift) {}
