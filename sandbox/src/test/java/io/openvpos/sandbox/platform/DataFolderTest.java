package io.openvpos.sandbox.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataFolderTest {

  @TempDir Path folder;

  @Test
  void aFolderInUseStaysLockedAlsoAfterAGarbageCollection() throws Exception {
    assertThat(new DataFolder(folder).open(false)).isTrue();
    Path kept = Files.writeString(folder.resolve("payments"), "1");
    System.gc();

    assertThatThrownBy(() -> new DataFolder(folder).open(true))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("another sandbox");

    assertThat(kept).exists();
  }

  @Test
  void whatAnotherSandboxLeftInAFolderBelowIsWipedToo() throws Exception {
    Path below = Files.createDirectories(folder.resolve("10000"));
    Files.writeString(below.resolve("lock"), "");

    assertThat(new DataFolder(folder).open(true)).isTrue();

    assertThat(below).doesNotExist();
  }
}
