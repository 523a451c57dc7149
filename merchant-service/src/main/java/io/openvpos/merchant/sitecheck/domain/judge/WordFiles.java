package io.openvpos.merchant.sitecheck.domain.judge;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/// Reads the word lists from the jar.
final class WordFiles {

  private static final List<String> FILES =
      List.of("/sitecheck/words_tr.txt", "/sitecheck/words_en.txt");

  private WordFiles() {}

  static List<String> read(String section) {
    List<String> phrases = new ArrayList<>();
    for (String file : FILES) {
      String current = "";
      for (String line : lines(file)) {
        if (line.startsWith("[")) {
          current = line.substring(1, line.length() - 1);
        } else if (current.equals(section) && !line.isBlank() && !line.startsWith("#")) {
          phrases.add(Folding.fold(Folding.clean(line)));
        }
      }
    }
    if (phrases.isEmpty()) {
      throw new IllegalStateException("no words for " + section);
    }
    return List.copyOf(phrases);
  }

  private static List<String> lines(String file) {
    try (InputStream in = WordFiles.class.getResourceAsStream(file)) {
      if (in == null) {
        throw new IllegalStateException(file + " is not in the jar");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(file, e);
    }
  }
}
