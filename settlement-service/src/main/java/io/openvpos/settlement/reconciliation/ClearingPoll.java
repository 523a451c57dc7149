package io.openvpos.settlement.reconciliation;

import io.openvpos.money.Mode;
import io.openvpos.settlement.businessday.domain.BusinessDay;
import io.openvpos.settlement.businessday.domain.DayStatus;
import io.openvpos.settlement.reconciliation.file.RefusedFileException;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;

/// Presents each closed day to the network and asks for its clearing file until it has it. Both
/// files pass over the disk, whatever their size. Presenting a day again is the same bytes.
final class ClearingPoll {

  private static final Logger LOGGER = LoggerFactory.getLogger(ClearingPoll.class);
  private static final Duration CONNECT_WITHIN = Duration.ofSeconds(3);
  private static final Duration ANSWER_WITHIN = Duration.ofMinutes(2);

  private final HttpClient client = HttpClient.newBuilder().connectTimeout(CONNECT_WITHIN).build();
  private final ReconciliationSettings settings;
  private final List<Mode> modes;
  private final DayFiles ours;
  private final ClearingIntake intake;
  private final ClearingIntake.Stores stores;

  ClearingPoll(
      ReconciliationSettings settings,
      List<Mode> modes,
      DayFiles ours,
      ClearingIntake intake,
      ClearingIntake.Stores stores) {
    this.settings = settings;
    this.modes = modes;
    this.ours = ours;
    this.intake = intake;
    this.stores = stores;
  }

  /// The oldest day first, since a later file speaks of cases that an earlier one opens. One that
  /// fails is tried again the next time and holds back no other.
  @Scheduled(fixedDelayString = "${vpos.network.poll-every:5s}")
  void look() {
    List<BusinessDay> newestFirst = stores.days().list(Optional.empty(), settings.pollDays() + 2);
    for (BusinessDay day : newestFirst.reversed()) {
      if (day.status() == DayStatus.CLOSED) {
        modes.forEach(mode -> tryToClear(day.day(), mode));
      }
    }
  }

  private void tryToClear(LocalDate day, Mode mode) {
    if (stores.reconciliations().find(day, mode).isPresent()) {
      return;
    }
    try {
      clear(day, mode);
    } catch (RefusedFileException refused) {
      LOGGER.error(
          "the clearing file of {} {} is refused: {}", day, mode.code(), refused.getMessage());
    } catch (IOException | RuntimeException e) {
      LOGGER.warn("{} {} is not cleared yet: {}", day, mode.code(), e.toString());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void clear(LocalDate day, Mode mode) throws IOException, InterruptedException {
    Path file = Files.createTempFile("clearing-", ".txt");
    try {
      if (!has(file, day, mode)) {
        present(file, day, mode);
        if (!has(file, day, mode)) {
          return;
        }
      }
      intake.take(() -> Files.newInputStream(file));
    } finally {
      Files.deleteIfExists(file);
    }
  }

  private boolean has(Path file, LocalDate day, Mode mode)
      throws IOException, InterruptedException {
    HttpRequest ask =
        HttpRequest.newBuilder(at("clearing-files", day, mode))
            .timeout(ANSWER_WITHIN)
            .GET()
            .build();
    HttpResponse<Path> answer =
        client.send(
            ask,
            BodyHandlers.ofFile(
                file, StandardOpenOption.WRITE, StandardOpenOption.TRUNCATE_EXISTING));
    if (answer.statusCode() == 404) {
      return false;
    }
    require(answer.statusCode(), ask);
    return true;
  }

  private void present(Path file, LocalDate day, Mode mode)
      throws IOException, InterruptedException {
    try (OutputStream out = Files.newOutputStream(file)) {
      ours.write(day, mode, out);
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
    HttpRequest put =
        HttpRequest.newBuilder(at("presentments", day, mode))
            .timeout(ANSWER_WITHIN)
            .header("Content-Type", "text/plain; charset=us-ascii")
            .PUT(BodyPublishers.ofFile(file))
            .build();
    require(client.send(put, BodyHandlers.discarding()).statusCode(), put);
  }

  private static void require(int status, HttpRequest asked) {
    if (status / 100 != 2) {
      throw new IllegalStateException(
          "the network answers " + status + " to " + asked.method() + " " + asked.uri());
    }
  }

  private URI at(String kind, LocalDate day, Mode mode) {
    String base = Objects.requireNonNull(settings.clearingUrl()).toString().replaceAll("/+$", "");
    return URI.create(base + "/" + kind + "/" + day + "/" + mode.code());
  }
}
