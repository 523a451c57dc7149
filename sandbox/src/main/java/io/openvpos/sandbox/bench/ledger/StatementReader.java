package io.openvpos.sandbox.bench.ledger;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/// Reads the statement of one ledger over HTTP in each format and tells how long it took.
final class StatementReader {

  private static final int ROUNDS = 3;

  private final HttpClient http = HttpClient.newHttpClient();
  private final String base;
  private final String token;
  private final String merchantId;
  private final PrintStream out;

  StatementReader(String base, String token, String merchantId, PrintStream out) {
    this.base = base;
    this.token = token;
    this.merchantId = merchantId;
    this.out = out;
  }

  private record Reading(long bytes, double firstByteSeconds, double seconds) {}

  /// Reads each format three times.
  void read(long entries) {
    out.printf(Locale.ROOT, "%na statement of %,d entries, median of 3%n", entries);
    for (String format : List.of("json", "csv", "csv&profile=excel-tr", "pdf")) {
      List<Reading> readings = new ArrayList<>();
      for (int round = 0; round < ROUNDS; round++) {
        readings.add(once(format));
      }
      readings.sort(Comparator.comparingDouble(Reading::seconds));
      Reading median = readings.get(ROUNDS / 2);
      out.printf(
          Locale.ROOT,
          "%-21s %6.2f s, first byte after %5.2f s, %6.1f MB, %,8.0f entries/s%n",
          format,
          median.seconds(),
          median.firstByteSeconds(),
          median.bytes() / 1e6,
          entries / median.seconds());
    }
  }

  private Reading once(String format) {
    URI uri =
        URI.create(
            "%s/v1/merchants/%s/statements?mode=test&currency=TRY&from=%s&to=%s&format=%s"
                .formatted(base, merchantId, Drafts.DAY, Drafts.DAY, format));
    HttpRequest request =
        HttpRequest.newBuilder(uri).header("Authorization", "Bearer " + token).build();
    long from = System.nanoTime();
    try {
      HttpResponse<InputStream> answer = http.send(request, BodyHandlers.ofInputStream());
      if (answer.statusCode() != 200) {
        throw new IllegalStateException(format + " answered " + answer.statusCode());
      }
      try (InputStream body = answer.body()) {
        byte[] buffer = new byte[1 << 16];
        long bytes = Math.max(0, body.read(buffer));
        double first = seconds(from);
        for (int read = body.read(buffer); read >= 0; read = body.read(buffer)) {
          bytes += read;
        }
        return new Reading(bytes, first, seconds(from));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while a statement is read", e);
    }
  }

  private static double seconds(long from) {
    return (System.nanoTime() - from) / 1e9;
  }
}
