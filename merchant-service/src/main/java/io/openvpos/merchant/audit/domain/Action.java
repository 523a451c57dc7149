package io.openvpos.merchant.audit.domain;

import java.time.Instant;

/// One act upon one thing.
///
/// @param name dotted and in lower case, as `application.approved`
public record Action(String name, Actor actor, Instant at) {}
