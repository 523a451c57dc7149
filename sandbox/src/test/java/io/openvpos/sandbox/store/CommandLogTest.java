package io.openvpos.sandbox.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CommandLogTest {

  private static final List<String> FIRST = List.of("7: a = 1", "8: b = text");
  private static final List<String> ALL = List.of("7: a = 1", "8: b = text", "7: a = null");

  @TempDir Path folder;
  private byte[] written = new byte[0];
  private int firstFrame;

  @BeforeEach
  void writeTwoFrames() throws IOException {
    try (CommandLog log = new CommandLog(folder)) {
      log.begin(1);
      log.put(7, "a", 1);
      log.put(8, "b", "text");
      log.take();
      log.write();
      firstFrame = (int) log.bytes();
      log.remove(7, "a");
      log.take();
      log.write();
    }
    written = Files.readAllBytes(file(1));
  }

  @Test
  void isRestoredInItsOrder() {
    assertThat(restored(1)).isEqualTo(ALL);
  }

  /// As a kill in the middle of a write leaves it.
  @Test
  void aFrameTornAnywhereIsNotRestored() throws IOException {
    for (int length = firstFrame; length < written.length; length++) {
      Files.write(file(1), Arrays.copyOf(written, length));
      assertThat(restored(1)).as("%d bytes", length).isEqualTo(FIRST);
    }
  }

  @Test
  void aFrameWithAWrongByteIsNotRestored() throws IOException {
    for (int place = firstFrame; place < written.length; place++) {
      byte[] changed = written.clone();
      changed[place] ^= 0x10;
      Files.write(file(1), changed);
      assertThat(restored(1)).as("byte %d", place).isEqualTo(FIRST);
    }
  }

  @Test
  void onlyTheNewestFileMayBeTorn() throws IOException {
    Files.write(file(2), written);
    assertThat(restored(1)).hasSize(2 * ALL.size());
    Files.write(file(1), Arrays.copyOf(written, written.length - 1));
    assertThatThrownBy(() -> restored(1)).isInstanceOf(IllegalStateException.class);
    Files.write(file(1), Arrays.copyOf(written, written.length + 3));
    assertThatThrownBy(() -> restored(1)).isInstanceOf(IllegalStateException.class);
    assertThat(restored(2)).isEqualTo(ALL);
  }

  /// What follows builds on what is not there.
  @Test
  void noFileMayBeMissing() throws IOException {
    Files.write(file(3), written);
    assertThatThrownBy(() -> restored(1)).isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(() -> restored(2)).isInstanceOf(IllegalStateException.class);
    assertThat(restored(3)).isEqualTo(ALL);
  }

  /// Its bytes would be taken for another change, and what follows could not be read.
  @Test
  void aChangeThatCouldNotBeAppendedIsNeverWritten() throws IOException {
    try (CommandLog log = new CommandLog(folder)) {
      log.begin(2);
      assertThatThrownBy(() -> log.put(7, "a", new Object()))
          .isInstanceOf(IllegalArgumentException.class);
      assertThatThrownBy(log::take).isInstanceOf(IllegalStateException.class);
      log.write();
    }
    assertThat(Files.size(file(2))).isZero();
  }

  @Test
  void whatPagesHoldIsNotWritten() {
    try (CommandLog log = new CommandLog(folder)) {
      log.begin(2);
      log.put(9, "c", 1);
      log.take();
      log.discard();
      log.put(9, "d", 2);
      log.take();
      log.write();
      log.deleteBefore(2);
    }
    assertThat(file(1)).doesNotExist();
    assertThat(restored(2)).containsExactly("9: d = 2");
  }

  private List<String> restored(long first) {
    List<String> changes = new ArrayList<>();
    try (CommandLog log = new CommandLog(folder)) {
      log.restore(first, (map, key, value) -> changes.add(map + ": " + key + " = " + value));
    }
    return changes;
  }

  private Path file(long number) {
    return folder.resolve("store.log." + number);
  }
}
