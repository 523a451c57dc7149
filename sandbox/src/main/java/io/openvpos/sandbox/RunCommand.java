package io.openvpos.sandbox;

import io.openvpos.sandbox.platform.DataFolder;
import io.openvpos.sandbox.platform.DemoMerchants;
import io.openvpos.sandbox.platform.Platform;
import io.openvpos.sandbox.platform.Ports;
import io.openvpos.sandbox.platform.SandboxEnv;
import io.openvpos.sandbox.scenario.BusinessDay;
import io.openvpos.sandbox.scenario.Play;
import io.openvpos.sandbox.scenario.Shop;
import io.openvpos.sandbox.verify.Verify;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine.Option;

/// Starts the platform; on empty data plays a shop's day and verifies it; then stays up until it is
/// stopped.
class RunCommand implements Callable<Integer> {

  @Option(names = "--data", description = "Folder of all data (default: ${DEFAULT-VALUE}).")
  private Path data = Path.of("target/sandbox-data");

  @Option(names = "--env-file", description = "Where the keys and addresses are written.")
  private Path envFile = Path.of("target/sandbox.env");

  @Option(names = "--reports", description = "Where the day's files are put.")
  private Path reports = Path.of("target/reports");

  @Option(names = "--fresh", description = "Wipe the data first.")
  private boolean fresh;

  @Option(names = "--no-scenario", description = "Leave empty data empty.")
  private boolean noScenario;

  @Option(names = "--free-ports", description = "Any free ports instead of 8080 to 8083.")
  private boolean freePorts;

  @Option(names = "--exit", description = "Stop after the scenario instead of staying up.")
  private boolean exit;

  @Option(names = "--set", description = "A setting for every service, as name=value.")
  private Map<String, String> settings = Map.of();

  @Override
  public Integer call() throws InterruptedException {
    SandboxEnv.clear(envFile);
    DataFolder folder = new DataFolder(data);
    boolean empty = folder.open(fresh);
    System.setProperty("sandbox.logs", data.resolve("logs").toString());
    Platform platform = Platform.start(data, freePorts ? Ports.free() : Ports.STANDARD, settings);
    Runtime.getRuntime().addShutdownHook(new Thread(platform::close, "shutdown"));
    long readySeconds = sinceStart().toSeconds();
    DemoMerchants merchants = platform.demoMerchants();
    boolean sound = true;
    if (empty && !noScenario) {
      sound = scenario(platform, merchants);
    }
    String day = new BusinessDay(platform.settlementAsFinance()).open();
    SandboxEnv env =
        new SandboxEnv(
            merchants,
            platform.credentials(),
            day,
            platform.endpoints(),
            platform.demoShop(),
            readySeconds);
    env.write(envFile);
    env.lines().forEach(System.out::println);
    if (!exit) {
      new CountDownLatch(1).await();
    }
    System.exit(sound ? 0 : 1);
    return 0;
  }

  private boolean scenario(Platform platform, DemoMerchants merchants) {
    String edge = platform.endpoints().authorization();
    List<Shop> shops =
        List.of(
            new Shop(edge, merchants.first().secretKey()),
            new Shop(edge, merchants.second().secretKey()));
    new Play(System.out, reports).run(shops, platform.settlementAsFinance());
    return Verify.print(platform.evidence(), System.out);
  }

  private static Duration sinceStart() {
    return Duration.ofMillis(ManagementFactory.getRuntimeMXBean().getUptime());
  }
}
