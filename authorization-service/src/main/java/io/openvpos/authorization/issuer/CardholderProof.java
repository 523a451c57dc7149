package io.openvpos.authorization.issuer;

import org.jspecify.annotations.Nullable;

/// What 3-D Secure left for the issuer.
///
/// @param eci how strongly the cardholder was authenticated; null with an exemption
/// @param proof CAVV or AAV: 20 bytes as Base64
/// @param dsTransId the directory server's id
/// @param version of the protocol
/// @param exemption claimed instead: low_value, transaction_risk, merchant_initiated
public record CardholderProof(
    @Nullable String eci,
    @Nullable String proof,
    @Nullable String dsTransId,
    @Nullable String version,
    @Nullable String exemption) {}
