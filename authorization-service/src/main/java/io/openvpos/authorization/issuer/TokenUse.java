package io.openvpos.authorization.issuer;

import io.openvpos.money.Mode;

/// The stored card that a request is for.
///
/// @param token the card in the vault
/// @param rrn of the request, as whose card it is read
public record TokenUse(String merchantId, Mode mode, String token, String rrn) {}
