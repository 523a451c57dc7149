package io.openvpos.sandbox.bench.assess;

import java.nio.file.Path;
import java.time.Duration;

/// What is measured.
///
/// @param rate questions a second
/// @param cards that ask, drawn evenly
/// @param data wiped first
public record AssessPlan(
    int rate, Duration warmUp, Duration load, int cards, Path data, long seed) {}
