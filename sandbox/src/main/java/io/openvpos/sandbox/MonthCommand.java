package io.openvpos.sandbox;

import io.openvpos.sandbox.month.MonthOfTrade;
import io.openvpos.sandbox.month.MonthPlan;
import io.openvpos.sandbox.platform.Platform;
import io.openvpos.sandbox.platform.Ports;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// Trades a month on a platform of its own and proves each day.
@Command(
    name = "month",
    description = "Trade a month on a platform of its own, close each day, read every file back.")
final class MonthCommand implements Callable<Integer> {

  /// Nothing but a fault lets the issuer's or risk's time run out, however slow the machine; the
  /// days are those of the plan, ended by call. The month has a weekend of holidays in it.
  private static final Map<String, String> SETTINGS =
      Map.of(
          "vpos.issuer.answer-timeout",
          "5s",
          "vpos.risk.budget",
          "5s",
          "vpos.settlement.first-day",
          "2027-03-01");

  @Option(names = "--days", description = "Business days (default: ${DEFAULT-VALUE}).")
  private int days = 30;

  @Option(names = "--merchants", description = "default: ${DEFAULT-VALUE}")
  private int merchants = 500;

  @Option(names = "--visits", description = "A day, of all shops (default: ${DEFAULT-VALUE}).")
  private int visits = 600;

  @Option(names = "--seed", description = "Of everything drawn (default: ${DEFAULT-VALUE}).")
  private long seed = 2027;

  @Option(
      names = "--verify-every",
      description = "Check the twelve invariants after so many days (default: ${DEFAULT-VALUE}).")
  private int verifyEvery = 5;

  @Option(names = "--data", description = "A new folder (default: ${DEFAULT-VALUE}).")
  private Path data = Path.of("target/month-data");

  @Override
  public Integer call() {
    MonthPlan plan = new MonthPlan(days, merchants, visits, seed, verifyEvery);
    try (Platform platform = Platform.start(data, Ports.free(), SETTINGS)) {
      boolean good = new MonthOfTrade(platform, plan, System.out).run(data.resolve("certificates"));
      System.out.println(good ? "Everything holds." : "NOT everything holds.");
      return good ? 0 : 1;
    }
  }
}
