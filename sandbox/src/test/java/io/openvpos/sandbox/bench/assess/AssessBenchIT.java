package io.openvpos.sandbox.bench.assess;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AssessBenchIT {

  @TempDir Path data;

  @Test
  void everyQuestionIsAnsweredAndWhatEachProcessTookIsTold() {
    ByteArrayOutputStream said = new ByteArrayOutputStream();
    AssessPlan plan = new AssessPlan(50, Duration.ofSeconds(1), Duration.ofSeconds(2), 20, data, 1);
    boolean answered = new AssessBench(plan, new PrintStream(said, true, UTF_8)).run();

    assertThat(answered).as(said.toString(UTF_8)).isTrue();
    assertThat(said.toString(UTF_8))
        .contains("(100)", "unanswered  0 of 125", "service", "store", "broker", "questions");
  }
}
