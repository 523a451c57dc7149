package io.openvpos.authorization.threeds.domain;

import org.jspecify.annotations.Nullable;

/// What the issuer's side said of the cardholder, in an ARes or a RReq.
///
/// @param eci as told; null if it told none
/// @param proof `authenticationValue`: 20 bytes as Base64; null if there is none
/// @param reason `transStatusReason`
public record Verdict(
    TransStatus status, @Nullable String eci, @Nullable String proof, @Nullable String reason) {}
