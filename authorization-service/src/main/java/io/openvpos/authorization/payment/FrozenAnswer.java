package io.openvpos.authorization.payment;

/// The answer that a key was first given, byte for byte.
///
/// @param status HTTP status; 202 means that the outcome is not known yet
/// @param body JSON
public record FrozenAnswer(int status, String body) {}
