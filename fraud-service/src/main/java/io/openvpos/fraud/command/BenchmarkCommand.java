package io.openvpos.fraud.command;

import picocli.CommandLine.Command;

/// Benchmarks on published data.
@Command(
    name = "benchmark",
    mixinStandardHelpOptions = true,
    description = "Measures the scorer.",
    subcommands = {HandbookCommand.class, ComputeCommand.class, RebuildCommand.class})
final class BenchmarkCommand {}
