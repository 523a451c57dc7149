package io.openvpos.authorization.vault;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// A table of BINs as a file: the form's name in the first line, then a range in each. Lines that
/// begin with `#` and empty ones say nothing.
final class BinFile {

  /// The form, with its version.
  static final String FORM = "#open-vpos-bins;1";

  private static final int MOST_FAULTS = 20;

  private BinFile() {}

  /// What was read.
  ///
  /// @param faults what is wrong, with its line; of a sound file none
  record Read(List<BinRange> ranges, List<String> faults) {}

  static Read read(String text) {
    List<String> lines = text.lines().map(String::strip).toList();
    List<String> faults = new ArrayList<>();
    if (lines.isEmpty() || !lines.getFirst().equals(FORM)) {
      faults.add("line 1: not " + FORM);
      return new Read(List.of(), faults);
    }
    List<Numbered> ranges = new ArrayList<>();
    for (int i = 1; i < lines.size() && faults.size() < MOST_FAULTS; i++) {
      String line = lines.get(i);
      if (line.isEmpty() || line.startsWith("#")) {
        continue;
      }
      Optional<BinRange> range = BinRange.parse(line);
      if (range.isPresent()) {
        ranges.add(new Numbered(i + 1, range.get()));
      } else {
        faults.add("line " + (i + 1) + ": not from,to,brand,funding,country,class[,points]");
      }
    }
    overlaps(ranges, faults);
    return new Read(ranges.stream().map(Numbered::range).toList(), List.copyOf(faults));
  }

  private record Numbered(int line, BinRange range) {}

  /// Two ranges of one length that share a prefix: which one holds nobody could say.
  private static void overlaps(List<Numbered> ranges, List<String> faults) {
    List<Numbered> sorted =
        ranges.stream()
            .sorted(
                Comparator.comparingInt((Numbered each) -> each.range().from().length())
                    .thenComparing(each -> each.range().from()))
            .toList();
    for (int i = 1; i < sorted.size() && faults.size() < MOST_FAULTS; i++) {
      if (sorted.get(i).range().overlaps(sorted.get(i - 1).range())) {
        faults.add("line " + sorted.get(i).line() + ": overlaps line " + sorted.get(i - 1).line());
      }
    }
  }
}
