package io.openvpos.sandbox.bench.ledger;

import java.nio.file.Path;

/// What is measured.
///
/// @param merchants beside the hot one
/// @param entries how long the ledger of the statements is
/// @param seconds of each of the three rounds of a measurement
/// @param data wiped first
public record LedgerPlan(int merchants, int entries, int seconds, Path data, long seed) {}
