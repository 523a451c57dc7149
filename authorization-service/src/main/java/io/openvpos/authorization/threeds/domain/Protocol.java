package io.openvpos.authorization.threeds.domain;

import org.jspecify.annotations.Nullable;

/// What a card's range supports.
///
/// @param version EMV message version: 2.2.0, or 2.1.0 of ranges that have no newer
/// @param methodUrl where the issuer looks at the browser before; null if it does not
public record Protocol(String version, @Nullable String methodUrl) {}
