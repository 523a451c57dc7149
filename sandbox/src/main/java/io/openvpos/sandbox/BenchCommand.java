package io.openvpos.sandbox;

import io.openvpos.sandbox.bench.AuthorizeBench;
import io.openvpos.sandbox.bench.BenchPlan;
import io.openvpos.sandbox.bench.CheckoutBench;
import io.openvpos.sandbox.bench.CheckoutPlan;
import io.openvpos.sandbox.bench.assess.AssessBench;
import io.openvpos.sandbox.bench.assess.AssessPlan;
import io.openvpos.sandbox.bench.ledger.LedgerBench;
import io.openvpos.sandbox.bench.ledger.LedgerPlan;
import io.openvpos.sandbox.bench.settle.SettleBench;
import io.openvpos.sandbox.bench.settle.SettlePlan;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// Measures a platform of its own.
@Command(
    name = "bench",
    description = "Measure a platform of its own.",
    subcommands = {
      BenchCommand.Assess.class,
      BenchCommand.Authorize.class,
      BenchCommand.Checkout.class,
      BenchCommand.Ledger.class,
      BenchCommand.Settle.class
    })
final class BenchCommand {

  /// Risk checks over the broker, from question to answer.
  @Command(name = "assess", description = "Risk checks from question to answer, open loop.")
  static final class Assess implements Callable<Integer> {

    @Option(names = "--rate", description = "Questions a second (default: ${DEFAULT-VALUE}).")
    private int rate = 1_000;

    @Option(names = "--seconds", description = "Of the load (default: ${DEFAULT-VALUE}).")
    private int seconds = 60;

    @Option(
        names = "--warmup-seconds",
        description = "Before it, at a rising rate (default: ${DEFAULT-VALUE}).")
    private int warmUpSeconds = 90;

    @Option(names = "--cards", description = "That ask (default: ${DEFAULT-VALUE}).")
    private int cards = 50_000;

    @Option(names = "--data", description = "Wiped first (default: ${DEFAULT-VALUE}).")
    private Path data = Path.of("target/bench-data");

    @Option(names = "--seed", description = "Of the questions (default: ${DEFAULT-VALUE}).")
    private long seed = 20_261_128;

    @Override
    public Integer call() {
      AssessPlan plan =
          new AssessPlan(
              rate,
              Duration.ofSeconds(warmUpSeconds),
              Duration.ofSeconds(seconds),
              cards,
              data,
              seed);
      return new AssessBench(plan, System.out).run() ? 0 : 1;
    }
  }

  /// Pages served and sessions paid on them, at fixed rates.
  @Command(name = "checkout", description = "Pages served and sessions paid on them, open loop.")
  static final class Checkout implements Callable<Integer> {

    @Option(names = "--rate", description = "Sessions a second (default: ${DEFAULT-VALUE}).")
    private int rate = 20;

    @Option(names = "--page-rate", description = "Pages a second (default: ${DEFAULT-VALUE}).")
    private int pageRate = 200;

    @Option(names = "--minutes", description = "Of each load (default: ${DEFAULT-VALUE}).")
    private double minutes = 2;

    @Option(names = "--warmup-seconds", description = "Before each (default: ${DEFAULT-VALUE}).")
    private int warmUpSeconds = 90;

    @Option(names = "--shops", description = "30 %% of the load is one's (default: 20).")
    private int shops = 20;

    @Option(names = "--data", description = "Wiped first (default: ${DEFAULT-VALUE}).")
    private Path data = Path.of("target/bench-data");

    @Option(names = "--seed", description = "Of cards, amounts, shops (default: ${DEFAULT-VALUE}).")
    private long seed = 20_261_129;

    @Override
    public Integer call() {
      CheckoutPlan plan =
          new CheckoutPlan(
              rate,
              pageRate,
              Duration.ofMillis(Math.round(minutes * 60_000)),
              Duration.ofSeconds(warmUpSeconds),
              shops,
              data,
              seed);
      return new CheckoutBench(plan, System.out).run() ? 0 : 1;
    }
  }

  /// Postings a second by batch size, and statements of a long ledger.
  @Command(name = "ledger", description = "Postings by batch size, and long statements.")
  static final class Ledger implements Callable<Integer> {

    @Option(names = "--merchants", description = "Beside a hot one (default: ${DEFAULT-VALUE}).")
    private int merchants = 10_000;

    @Option(names = "--entries", description = "Of the statement (default: ${DEFAULT-VALUE}).")
    private int entries = 100_000;

    @Option(names = "--seconds", description = "Of each measurement (default: ${DEFAULT-VALUE}).")
    private int seconds = 2;

    @Option(names = "--data", description = "Wiped first (default: ${DEFAULT-VALUE}).")
    private Path data = Path.of("target/bench-data");

    @Option(names = "--seed", description = "Of merchants and amounts (default: ${DEFAULT-VALUE}).")
    private long seed = 20_261_126;

    @Override
    public Integer call() {
      LedgerPlan plan = new LedgerPlan(merchants, entries, seconds, data, seed);
      return new LedgerBench(plan, System.out).run() ? 0 : 1;
    }
  }

  /// Days of captured payments, closed from the topics.
  @Command(name = "settle", description = "Days of captured payments, closed from the topics.")
  static final class Settle implements Callable<Integer> {

    @Option(
        names = "--lines",
        split = ",",
        description = "Of the day, one run for each (default: ${DEFAULT-VALUE}).")
    private List<Integer> lines = List.of(10_000, 100_000, 1_000_000);

    @Option(names = "--merchants", description = "That share them (default: ${DEFAULT-VALUE}).")
    private int merchants = 500;

    @Option(names = "--data", description = "Wiped first (default: ${DEFAULT-VALUE}).")
    private Path data = Path.of("target/bench-data");

    @Option(names = "--seed", description = "Of merchants and amounts (default: ${DEFAULT-VALUE}).")
    private long seed = 20_261_127;

    @Override
    public Integer call() {
      SettlePlan plan = new SettlePlan(lines, merchants, data, seed);
      return new SettleBench(plan, System.out).run() ? 0 : 1;
    }
  }

  /// Automatic sales over HTTP at a fixed rate, or the search for the highest rate.
  @Command(name = "authorize", description = "Automatic sales over HTTP, open loop.")
  static final class Authorize implements Callable<Integer> {

    @Option(
        names = "--rate",
        required = true,
        description = "Arrivals a second; 0 looks for the highest with p99 < 1 s and no errors.")
    private int rate;

    @Option(names = "--minutes", description = "Length of the load (default: ${DEFAULT-VALUE}).")
    private double minutes = 5;

    @Option(names = "--warmup-seconds", description = "Before it (default: ${DEFAULT-VALUE}).")
    private int warmUpSeconds = 180;

    @Option(
        names = "--store-seconds",
        description = "Length of the bare store's part, 0 for none (default: ${DEFAULT-VALUE}).")
    private int storeSeconds = 20;

    @Option(names = "--shops", description = "30 %% of the load is one's (default: 20).")
    private int shops = 20;

    @Option(names = "--in-flight", description = "Beyond are errors (default: ${DEFAULT-VALUE}).")
    private int inFlight = 5_000;

    @Option(names = "--data", description = "Wiped first (default: ${DEFAULT-VALUE}).")
    private Path data = Path.of("target/bench-data");

    @Option(names = "--seed", description = "Of cards, amounts, shops (default: ${DEFAULT-VALUE}).")
    private long seed = 20_261_123;

    @Override
    public Integer call() {
      BenchPlan plan =
          new BenchPlan(
              rate,
              Duration.ofMillis(Math.round(minutes * 60_000)),
              Duration.ofSeconds(warmUpSeconds),
              Duration.ofSeconds(storeSeconds),
              shops,
              inFlight,
              data,
              seed);
      return new AuthorizeBench(plan, System.out).run() ? 0 : 1;
    }
  }
}
