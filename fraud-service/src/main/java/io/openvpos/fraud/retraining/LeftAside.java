package io.openvpos.fraud.retraining;

import java.util.Map;

/// Stored payments of the period that nothing is learnt from.
///
/// @param otherSchemas how many vectors, by the hash of their schema
/// @param withoutVector assessed before there was a model
/// @param declined and not labelled: nobody paid, so nobody can complain, and their silence does
///   not say that they were honest
public record LeftAside(Map<String, Long> otherSchemas, long withoutVector, long declined) {}
