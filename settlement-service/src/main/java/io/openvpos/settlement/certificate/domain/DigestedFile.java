package io.openvpos.settlement.certificate.domain;

/// A file of the day that anybody can hold against the certificate.
///
/// @param sha256 of its bytes, lower-case hexadecimal
public record DigestedFile(String name, String sha256) {}
