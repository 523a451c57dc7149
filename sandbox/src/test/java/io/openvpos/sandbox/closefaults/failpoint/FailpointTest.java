package io.openvpos.sandbox.closefaults.failpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.openvpos.sandbox.platform.Service;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FailpointTest {

  private interface Store {
    void put(String what);
  }

  /// Also that every port still has the method, or the list could not be made.
  @Test
  void everyFailpointHasItsOwnName() {
    List<String> names = CloseFailpoints.all().stream().map(Failpoint::name).toList();

    assertThat(names).hasSizeGreaterThan(40).doesNotHaveDuplicates();
    assertThat(CloseFailpoints.named("certify").method()).isEqualTo("insert");
  }

  @Test
  void aMethodThatThePortLacksIsRefused() {
    assertThatThrownBy(() -> Failpoint.before("x", Service.SETTLEMENT, Store.class, "take"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("take");
  }

  @Test
  void theSecondCallWaitsAtItsFailpointUntilItIsLetGo(@TempDir Path folder) throws Exception {
    Path mark = folder.resolve("mark");
    List<String> kept = new ArrayList<>();
    Store store = kept::add;
    Failpoint second = Failpoint.before("x", Service.SETTLEMENT, Store.class, "put").atCall(2);
    Store struck =
        (Store) new Struck(second, mark, true).postProcessAfterInitialization(store, "store");

    struck.put("one");
    CompletableFuture<Void> two = CompletableFuture.runAsync(() -> struck.put("two"));
    await(mark);
    assertThat(kept).containsExactly("one");
    Files.delete(mark);
    two.get(60, TimeUnit.SECONDS);

    assertThat(kept).containsExactly("one", "two");
  }

  private static void await(Path mark) {
    Awaitility.await().atMost(Duration.ofSeconds(60)).until(() -> Files.exists(mark));
  }
}
