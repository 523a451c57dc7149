package io.openvpos.sandbox.closefaults;

import io.openvpos.sandbox.client.Api;
import io.openvpos.sandbox.client.NoAnswerException;
import io.openvpos.sandbox.platform.Platform;
import io.openvpos.sandbox.platform.Ports;
import io.openvpos.sandbox.verify.Verdict;
import io.openvpos.sandbox.verify.Verify;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.SortedMap;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/// One close on a copy of the traded day, from its acceptance to the bank's last answer.
final class DisturbedClose {

  private static final Duration REST_WITHIN = Duration.ofMinutes(2);

  /// How a close came out.
  ///
  /// @param struck whether everything that was to go wrong did
  /// @param broken invariants that do not hold
  record Outcome(boolean struck, SortedMap<String, String> digests, List<String> broken) {}

  private final Path traded;
  private final String day;

  DisturbedClose(Path traded, String day) {
    this.traded = traded;
    this.day = day;
  }

  /// @param data a new folder
  Outcome run(Path data, Disturbance disturbance) {
    copy(traded, data);
    KilledServices services = new KilledServices(disturbance, marks(data));
    FailingServers[] servers = new FailingServers[1];
    try (Platform platform =
        Platform.start(
            data,
            Ports.free(),
            TradedDay.SETTINGS,
            folder -> servers[0] = new FailingServers(folder),
            services)) {
      disturbance.away().ifPresent(outage -> takeAway(outage, servers[0], services));
      Api settlement = finance(platform);
      awaitClosed(settlement);
      Api.await("the bank has answered", () -> answered(settlement));
      SortedMap<String, String> digests = DayDigests.of(settlement, day);
      List<String> broken =
          Verify.run(platform.evidence(), REST_WITHIN).stream()
              .filter(verdict -> !verdict.ok())
              .map(Verdict::toString)
              .toList();
      return new Outcome(services.allReached(), digests, broken);
    }
  }

  private static void takeAway(
      Disturbance.Outage outage, FailingServers servers, KilledServices services) {
    Path held = services.held(outage.from());
    Api.await("the close is at " + outage.from().name(), () -> Files.exists(held));
    servers.away(outage, () -> delete(held));
  }

  /// merchant-service may be the one that was just killed.
  private static Api finance(Platform platform) {
    Api.awaitReady(platform.endpoints());
    return platform.settlementAsFinance();
  }

  private void awaitClosed(Api settlement) {
    Api.await(
        day + " is closed",
        () -> told(() -> isClosed(settlement.get("/v1/business-days/" + day).body())));
  }

  private boolean answered(Api settlement) {
    return told(() -> {
      JsonNode files = settlement.get("/v1/payout-files?date=" + day + "&limit=100").body();
      JsonNode data = files.path("data");
      return !data.isEmpty()
          && data.valueStream()
              .allMatch(file -> "settled".equals(file.path("status").asString("")));
    });
  }

  private static boolean isClosed(JsonNode found) {
    return "closed".equals(found.path("status").asString(""));
  }

  /// Who does not answer is asked again.
  static boolean told(BooleanSupplier question) {
    try {
      return question.getAsBoolean();
    } catch (NoAnswerException | IllegalStateException e) {
      return false;
    }
  }

  private static Path marks(Path data) {
    try {
      return Files.createDirectories(data.resolve("logs"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void delete(Path file) {
    try {
      Files.delete(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void copy(Path from, Path to) {
    try (Stream<Path> all = Files.walk(from)) {
      for (Path one : all.toList()) {
        Path target = to.resolve(from.relativize(one));
        if (Files.isDirectory(one)) {
          Files.createDirectories(target);
        } else {
          Files.copy(one, target);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
