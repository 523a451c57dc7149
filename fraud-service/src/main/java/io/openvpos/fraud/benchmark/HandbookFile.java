package io.openvpos.fraud.benchmark;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;

/// Reads `seconds_since_YYYY_MM_DD,customer,terminal,amount_cents,fraud[,scenario]`, plain or
/// gzipped. The scenario is never read: it is what the fraud is, not what could be known.
public final class HandbookFile {

  private static final Pattern HEADER =
      Pattern.compile(
          "seconds_since_(\\d{4})_(\\d{2})_(\\d{2}),customer,terminal,amount_cents,fraud(,.*)?");
  private static final int FIELDS = 5;

  private HandbookFile() {}

  /// In time order; lines of the same second stay in the order of the file.
  public static List<HandbookPayment> read(Path file) throws IOException {
    List<HandbookPayment> payments = new ArrayList<>();
    try (InputStream raw = Files.newInputStream(file);
        InputStream plain = file.toString().endsWith(".gz") ? new GZIPInputStream(raw) : raw;
        BufferedReader reader =
            new BufferedReader(new InputStreamReader(plain, StandardCharsets.UTF_8))) {
      long origin = origin(file, reader.readLine());
      for (String line = reader.readLine(); line != null; line = reader.readLine()) {
        if (!line.isEmpty()) {
          payments.add(payment(file, line, origin, payments.size() + 1));
        }
      }
    }
    payments.sort(Comparator.comparingLong(HandbookPayment::atMillis));
    return payments;
  }

  private static long origin(Path file, String header) throws IOException {
    Matcher matcher = HEADER.matcher(header == null ? "" : header);
    if (!matcher.matches()) {
      throw new IOException(
          file + ": the first line is not 'seconds_since_…,customer,terminal,amount_cents,fraud'");
    }
    return LocalDate.of(
            Integer.parseInt(matcher.group(1)),
            Integer.parseInt(matcher.group(2)),
            Integer.parseInt(matcher.group(3)))
        .atStartOfDay(ZoneOffset.UTC)
        .toInstant()
        .toEpochMilli();
  }

  private static HandbookPayment payment(Path file, String line, long origin, int number)
      throws IOException {
    long[] values = new long[FIELDS];
    int from = 0;
    try {
      for (int field = 0; field < FIELDS; field++) {
        int comma = line.indexOf(',', from);
        int end = comma < 0 ? line.length() : comma;
        values[field] = Long.parseLong(line, from, end, 10);
        from = Math.min(line.length(), end + 1);
      }
    } catch (NumberFormatException e) {
      throw new IOException(file + ": line " + (number + 1) + " is no payment: " + line, e);
    }
    return new HandbookPayment(
        origin + values[0] * 1000,
        number,
        Math.toIntExact(values[1]),
        Math.toIntExact(values[2]),
        values[3],
        values[4] == 1);
  }
}
