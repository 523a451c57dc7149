package io.openvpos.messaging.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class SystemTasksTest {

  private final Tasks tasks = Tasks.system();

  @Test
  void aWorkerRunsOneAfterAnotherInOrder() {
    List<Integer> ran = new CopyOnWriteArrayList<>();
    Tasks.Worker worker = tasks.worker("test");
    for (int number = 0; number < 100; number++) {
      int mine = number;
      worker.execute(() -> ran.add(mine));
    }
    CompletableFuture<Void> last = new CompletableFuture<>();
    worker.execute(() -> last.complete(null));

    tasks.await(last);

    assertThat(ran).isSorted().hasSize(100);
    worker.close();
  }

  @Test
  void whatWaitsIsDroppedWhenAWorkerFinishes() {
    AtomicInteger ran = new AtomicInteger();
    Tasks.Worker worker = tasks.worker("test");
    worker.after(Duration.ofHours(1), ran::incrementAndGet);

    assertThat(worker.finish()).isTrue();
    worker.execute(ran::incrementAndGet);

    assertThat(ran).hasValue(0);
  }

  @Test
  void aRunThatFailsEndsNoRepetition() {
    AtomicInteger ran = new AtomicInteger();
    Runnable work =
        () -> {
          switch (ran.incrementAndGet()) {
            case 1 -> throw new IllegalStateException("fails on purpose");
            case 2 -> throw new StackOverflowError("fails on purpose");
            default -> {
              // Goes on.
            }
          }
        };
    Tasks.Worker worker = tasks.worker("test");
    worker.every(Duration.ZERO, Duration.ofMillis(1), work);
    await().until(() -> ran.get() > 3);
    worker.close();
  }

  @Test
  void workIsRepeatedUntilTheWorkerCloses() {
    AtomicInteger ran = new AtomicInteger();
    Tasks.Worker worker = tasks.worker("test");

    worker.every(Duration.ZERO, Duration.ofMillis(1), ran::incrementAndGet);

    await().untilAsserted(() -> assertThat(ran).hasValueGreaterThan(2));
    worker.close();
  }

  @Test
  void aFailureIsDoneToo() {
    tasks.await(CompletableFuture.failedFuture(new IllegalStateException("on purpose")));
  }
}
