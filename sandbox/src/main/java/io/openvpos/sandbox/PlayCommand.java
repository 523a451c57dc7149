package io.openvpos.sandbox;

import io.openvpos.sandbox.client.Api;
import io.openvpos.sandbox.platform.DemoCredentials;
import io.openvpos.sandbox.platform.DemoMerchants;
import io.openvpos.sandbox.platform.Endpoints;
import io.openvpos.sandbox.scenario.Play;
import io.openvpos.sandbox.scenario.Shop;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// Plays a shop's day against services that run elsewhere, such as those of docker compose.
@Command(name = "play", description = "Play a shop's day against running services.")
final class PlayCommand implements Callable<Integer> {

  @Option(names = "--authorization-url")
  private String authorization = "http://127.0.0.1:8080";

  @Option(names = "--merchant-url")
  private String merchant = "http://127.0.0.1:8081";

  @Option(names = "--settlement-url")
  private String settlement = "http://127.0.0.1:8082";

  @Option(names = "--fraud-url")
  private String fraud = "http://127.0.0.1:8083";

  @Option(
      names = "--credentials",
      required = true,
      description = "JSON file with financeEmail, financePassword, opsEmail, opsPassword.")
  private Path credentials = Path.of("credentials.json");

  @Option(names = "--merchants", description = "Where the demo shops are kept.")
  private Path merchants = Path.of("merchants.json");

  @Option(names = "--reports")
  private Path reports = Path.of("target/reports");

  @Override
  public Integer call() {
    Endpoints endpoints = new Endpoints(authorization, merchant, settlement, fraud);
    DemoCredentials people = DemoCredentials.open(credentials);
    DemoMerchants shops = DemoMerchants.open(merchants, endpoints, people);
    String token = DemoMerchants.token(endpoints, people.financeEmail(), people.financePassword());
    new Play(System.out, reports)
        .run(
            List.of(
                new Shop(authorization, shops.first().secretKey()),
                new Shop(authorization, shops.second().secretKey())),
            Api.of(settlement).as(token));
    return 0;
  }
}
