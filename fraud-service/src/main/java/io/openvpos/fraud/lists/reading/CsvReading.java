package io.openvpos.fraud.lists.reading;

import io.openvpos.fraud.lists.ListDesk;
import io.openvpos.fraud.lists.csv.CsvRows;
import io.openvpos.messaging.http.ProblemException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A file of entries: all of it is right, or nothing of it is taken.
public final class CsvReading {

  static final int MAX_ROWS = 10_000;

  /// More errors than anyone repairs at once.
  private static final int MAX_ERRORS = 50;

  private CsvReading() {}

  public static List<ListDesk.Wish> read(byte[] bytes, Instant now) {
    List<List<String>> rows =
        CsvRows.read(text(bytes)).orElseThrow(() -> ProblemException.of(400, "csv_unreadable"));
    if (rows.isEmpty() || !rows.getFirst().containsAll(List.of("list", "value", "reason"))) {
      throw ProblemException.of(400, "csv_columns");
    }
    if (rows.size() - 1 > MAX_ROWS) {
      throw ProblemException.of(400, "csv_too_long").arg(MAX_ROWS);
    }
    List<String> columns = rows.getFirst();
    WishReading reading = new WishReading("csv", now);
    List<ListDesk.Wish> wishes = new ArrayList<>();
    for (int row = 1; row < rows.size() && reading.errors() < MAX_ERRORS; row++) {
      reading.read(sent(columns, rows.get(row)), "/rows/" + row).ifPresent(wishes::add);
    }
    reading.check();
    return wishes;
  }

  private static ListRequests.Add sent(List<String> columns, List<String> cells) {
    Map<String, String> row = new HashMap<>();
    for (int i = 0; i < Math.min(columns.size(), cells.size()); i++) {
      row.put(columns.get(i), cells.get(i));
    }
    @Nullable String expiresAt = row.get("expires_at");
    return new ListRequests.Add(
        row.get("list"), row.get("value"), row.get("mode"), row.get("reason"), null, expiresAt);
  }

  private static String text(byte[] bytes) {
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException e) {
      throw ProblemException.of(400, "csv_unreadable");
    }
  }
}
