package io.openvpos.fraud.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class TrainCommandTest {

  /// A change of histories, features, simulator or trainer is a change of the shipped model: train
  /// it anew, and write its figures into docs/model-card.md.
  @Test
  void withoutOptionsItMakesTheShippedFileByteForByte(@TempDir Path folder) {
    Path made = folder.resolve("made.model");
    assertThat(new CommandLine(new TrainCommand()).execute("--out", made.toString())).isZero();
    assertThat(made).hasSameBinaryContentAs(Path.of("src/main/resources/model/default.model"));
  }
}
