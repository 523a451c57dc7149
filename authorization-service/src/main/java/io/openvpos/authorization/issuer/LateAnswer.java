package io.openvpos.authorization.issuer;

import org.jspecify.annotations.Nullable;

/// An answer that came after its request was given up.
///
/// @param rrn the retrieval reference number of the request (DE 37)
/// @param approved true if the issuer holds or returned the amount: the reversal is due again
/// @param responseCode DE 39
/// @param authorizationCode DE 38 of an approval
public record LateAnswer(
    String rrn, boolean approved, String responseCode, @Nullable String authorizationCode) {}
