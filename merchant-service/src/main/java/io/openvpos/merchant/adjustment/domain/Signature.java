package io.openvpos.merchant.adjustment.domain;

import java.time.Instant;

/// Who did something and when.
///
/// @param subject the person, as their token names them
public record Signature(String subject, Instant at) {}
