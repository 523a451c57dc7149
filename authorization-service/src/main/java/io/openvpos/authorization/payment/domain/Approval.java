package io.openvpos.authorization.payment.domain;

import org.jspecify.annotations.Nullable;

/// The issuer's yes.
///
/// @param code the authorization code (DE 38); null if the issuer gave none
/// @param responseCode DE 39
public record Approval(@Nullable String code, String responseCode) {}
