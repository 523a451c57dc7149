package io.openvpos.sandbox.simulation;

import java.util.List;

/// A known-bad variant of one source file.
///
/// @param file below the repository's root
/// @param patches each old text stands in the file exactly once
/// @param why what must go wrong
record Mutant(String name, String file, List<Patch> patches, String why) {

  record Patch(String oldText, String newText) {}

  static Mutant of(String name, String file, String oldText, String newText, String why) {
    return new Mutant(name, file, List.of(new Patch(oldText, newText)), why);
  }

  Mutant and(String oldText, String newText) {
    return new Mutant(name, file, List.of(patches.getFirst(), new Patch(oldText, newText)), why);
  }

  /// The mutated source.
  String appliedTo(String source) {
    String mutated = source;
    for (Patch patch : patches) {
      int place = mutated.indexOf(patch.oldText());
      if (place < 0 || mutated.indexOf(patch.oldText(), place + 1) >= 0) {
        throw new AssertionError(
            "mutant '"
                + name
                + "' is not current: not exactly once in "
                + file
                + ":\n"
                + patch.oldText());
      }
      mutated = mutated.replace(patch.oldText(), patch.newText());
    }
    return mutated;
  }

  /// `io.openvpos.…`
  String className() {
    String path = file.substring(file.indexOf("io/openvpos"), file.length() - ".java".length());
    return path.replace('/', '.');
  }
}
