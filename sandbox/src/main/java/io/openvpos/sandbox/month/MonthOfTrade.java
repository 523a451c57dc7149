package io.openvpos.sandbox.month;

import io.openvpos.sandbox.certificate.CertificateVerifier;
import io.openvpos.sandbox.client.Api;
import io.openvpos.sandbox.client.Reply;
import io.openvpos.sandbox.platform.Platform;
import io.openvpos.sandbox.reports.ReportCheck;
import io.openvpos.sandbox.scenario.BusinessDay;
import io.openvpos.sandbox.verify.Verify;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import tools.jackson.databind.JsonNode;

/// Trades a month, closes each day, reads every file back, and ends with the proofs: the twelve
/// invariants, all reports made anew, all certificates and the links between them.
public final class MonthOfTrade {

  private final Platform platform;
  private final MonthPlan plan;
  private final PrintStream out;
  private final Sold sold = new Sold();
  private final List<Path> certificates = new ArrayList<>();
  private boolean good = true;

  public MonthOfTrade(Platform platform, MonthPlan plan, PrintStream out) {
    this.platform = platform;
    this.plan = plan;
    this.out = out;
  }

  /// True if every file's totals are the day's and every proof holds.
  ///
  /// @param folder takes the certificates
  public boolean run(Path folder) {
    out.printf(
        "%d days, %d merchants, %d visits a day, seed %d%n",
        plan.days(), plan.merchants(), plan.visits(), plan.seed());
    Random random = new Random(plan.seed());
    TradingFloor floor = TradingFloor.open(platform, plan.merchants());
    out.println("day         visits  trade s  close s  batches   lines  files  read s  verified");
    for (int number = 1; number <= plan.days(); number++) {
      boolean verified = number % plan.verifyEvery() == 0 || number == plan.days();
      day(floor, random, folder, verified);
    }
    good &= CertificateVerifier.print(certificates, List.of(), out);
    good &= new ReportCheck(platform.settlementAsFinance(), out).run();
    return good;
  }

  private void day(TradingFloor floor, Random random, Path folder, boolean verified) {
    Api finance = platform.settlementAsFinance();
    BusinessDay days = new BusinessDay(finance);
    String date = days.open();
    long start = System.nanoTime();
    new DayOfTrade(date, floor, sold, random, platform::orderClearing).trade(plan.visits());
    long traded = System.nanoTime();
    JsonNode closed = days.close(date);
    long ended = System.nanoTime();
    DayRead read = new DayRead(finance);
    read.read(closed);
    certificates(finance, closed, folder);
    long over = System.nanoTime();
    boolean holds = !verified || Verify.print(platform.evidence(), out);
    out.printf(
        "%s  %6d  %7.1f  %7.1f  %7d  %6d  %5d  %6.1f  %s%n",
        date,
        plan.visits(),
        seconds(traded - start),
        seconds(ended - traded),
        closed.path("batches").asLong(),
        read.lines(),
        read.files(),
        seconds(over - ended),
        verified ? (holds ? "12 ok" : "FAIL") : "-");
    read.faults().forEach(fault -> out.println("  " + fault));
    good &= holds && read.faults().isEmpty();
  }

  private void certificates(Api finance, JsonNode closed, Path folder) {
    String date = closed.path("date").asString("");
    for (JsonNode total : closed.path("totals")) {
      String mode = total.path("mode").asString("");
      String currency = total.path("currency").asString("");
      Reply certificate =
          finance.get(
              "/v1/business-days/%s/certificate.json?mode=%s&currency=%s"
                  .formatted(date, mode, currency));
      certificate.expect(200);
      Path file = folder.resolve("%s-%s-%s.json".formatted(date, mode, currency));
      try {
        Files.createDirectories(folder);
        Files.writeString(file, certificate.text());
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
      certificates.add(file);
    }
  }

  private static double seconds(long nanos) {
    return Duration.ofNanos(nanos).toMillis() / 1000.0;
  }
}
