package io.openvpos.sandbox.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.h2.mvstore.MVMap;
import org.h2.mvstore.MVStore;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GroupCommitTest {

  @TempDir Path folder;

  /// Where memory ran out between a document and its index entry, say. Told on, the half would be
  /// there for ever.
  @Test
  void anErrorInACommandEndsTheProcessBeforeWhatItHasDoneIsTaken() throws Exception {
    List<Thread> halted = new ArrayList<>();
    try (MVStore store = MVStore.open(folder.resolve("store.mv").toString())) {
      CommandLog log = new CommandLog(folder);
      GroupCommit commits = new GroupCommit(store, log, () -> halted.add(Thread.currentThread()));
      MVMap<Object, Object> map = commits.openMap("some");
      assertThatThrownBy(() ->
              commits.write(() -> {
                map.put("document", 1);
                throw new OutOfMemoryError("as if");
              }))
          .isInstanceOf(OutOfMemoryError.class);
      assertThat(halted).containsExactly(Thread.currentThread());
      log.close();
    }
  }

  @Test
  void aRefusedCommandEndsNothing() {
    List<Thread> halted = new ArrayList<>();
    try (MVStore store = MVStore.open(folder.resolve("store.mv").toString())) {
      GroupCommit commits =
          new GroupCommit(store, new CommandLog(folder), () -> halted.add(Thread.currentThread()));
      assertThatThrownBy(() ->
              commits.write(() -> {
                throw new IllegalArgumentException("a second document of one id");
              }))
          .isInstanceOf(IllegalArgumentException.class);
      commits.start();
      commits.close();
      assertThat(halted).isEmpty();
    }
  }
}
