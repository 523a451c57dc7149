package io.openvpos.settlement.chargeback.domain;

/// A file that was sent with a representment. The bytes are kept once, under their digest.
///
/// @param sha256 lower-case hexadecimal
/// @param bytes its size
public record EvidenceFile(String sha256, String contentType, int bytes) {}
