package io.openvpos.sandbox;

import io.openvpos.sandbox.client.Api;
import io.openvpos.sandbox.platform.DemoCredentials;
import io.openvpos.sandbox.platform.DemoMerchants;
import io.openvpos.sandbox.platform.Endpoints;
import io.openvpos.sandbox.reports.ReportCheck;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// The reports of a running platform.
@Command(
    name = "reports",
    description = "Look into the reports of a running platform.",
    subcommands = ReportsCommand.Check.class)
final class ReportsCommand {

  /// Makes the files of all closed days again and compares.
  @Command(
      name = "check",
      description = "Make every file of every closed day again and compare its SHA-256.")
  static final class Check implements Callable<Integer> {

    @Option(names = "--merchant-url")
    private String merchant = "http://127.0.0.1:8081";

    @Option(names = "--settlement-url")
    private String settlement = "http://127.0.0.1:8082";

    @Option(
        names = "--credentials",
        description = "JSON file with financeEmail and financePassword.")
    private Path credentials = Path.of("target/sandbox-data/credentials.json");

    @Override
    public Integer call() {
      DemoCredentials people = DemoCredentials.open(credentials);
      Endpoints endpoints = new Endpoints("", merchant, settlement, "");
      String token =
          DemoMerchants.token(endpoints, people.financeEmail(), people.financePassword());
      return new ReportCheck(Api.of(settlement).as(token), System.out).run() ? 0 : 1;
    }
  }
}
