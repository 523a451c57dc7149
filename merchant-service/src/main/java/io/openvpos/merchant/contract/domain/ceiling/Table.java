package io.openvpos.merchant.contract.domain.ceiling;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/// A table that comes with the service: five cells a line, comments after `#`.
final class Table {

  private static final int CELLS = 5;

  private Table() {}

  static List<String[]> bundled(String name) {
    try (InputStream csv = Table.class.getResourceAsStream(name)) {
      if (csv == null) {
        throw new IllegalStateException(name + " is missing");
      }
      return parse(
          new BufferedReader(new InputStreamReader(csv, StandardCharsets.UTF_8)).lines().toList());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static List<String[]> parse(List<String> lines) {
    return lines.stream()
        .filter(line -> !line.isBlank() && !line.startsWith("#"))
        .map(Table::cells)
        .toList();
  }

  private static String[] cells(String line) {
    String[] cells = line.split(",", -1);
    if (cells.length != CELLS) {
      throw new IllegalStateException("a broken line of ceilings: " + line);
    }
    return cells;
  }
}
