package io.openvpos.fraud.lists.csv;

import io.openvpos.fraud.lists.domain.ListEntry;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

/// The file of entries: what goes out can come in again.
public final class ListCsv {

  private static final List<String> COLUMNS =
      List.of(
          "list", "value", "mode", "reason", "expires_at", "source", "added_by", "added_at", "id");

  private ListCsv() {}

  public static String write(List<ListEntry> entries) {
    StringBuilder text = new StringBuilder(row(COLUMNS));
    for (ListEntry entry : entries) {
      text.append(
          row(
              List.of(
                  entry.list().code(),
                  entry.value(),
                  entry.mode() == null ? "" : entry.mode().code(),
                  entry.reason(),
                  Objects.toString(entry.expiresAt(), ""),
                  entry.source(),
                  entry.addedBy(),
                  entry.addedAt().toString(),
                  entry.id())));
    }
    return text.toString();
  }

  private static String row(List<String> cells) {
    return cells.stream().map(CsvRows::cell).collect(Collectors.joining(",", "", "\r\n"));
  }
}
