package io.openvpos.authorization.threeds;

import io.openvpos.authorization.threeds.domain.Authentication;

/// An authentication as it is stored.
///
/// @param version raised by every compare-and-set
public record AuthenticationRecord(Authentication authentication, long version) {}
