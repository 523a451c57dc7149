package io.openvpos.messaging.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class WorkersTest {

  private static final List<Integer> THINGS = IntStream.range(0, 100).boxed().toList();

  private final Set<Integer> done = ConcurrentHashMap.newKeySet();

  @Test
  void everythingIsDoneWhenItReturns() {
    Workers.atOnce(8).each(THINGS, done::add);

    assertThat(done).hasSize(100);
  }

  @Test
  void asManyAsSaidAreDoneAtOnce() {
    CyclicBarrier all = new CyclicBarrier(4);

    Workers.atOnce(4)
        .each(
            THINGS,
            thing -> {
              await(all);
              done.add(thing);
            });

    assertThat(done).hasSize(100);
  }

  @Test
  void aFailureIsThrownAndWhatHadNotBegunIsLeftOut() {
    assertThatThrownBy(() ->
            Workers.atOnce(2)
                .each(
                    THINGS,
                    thing -> {
                      if (thing == 3) {
                        throw new IllegalStateException("three");
                      }
                      done.add(thing);
                    }))
        .hasMessage("three");

    assertThat(done).doesNotContain(3, 99);
  }

  @Test
  void inOrderItIsOneAfterAnotherOnTheCallersThread() {
    Thread caller = Thread.currentThread();

    Workers.inOrder()
        .each(
            THINGS,
            thing -> {
              assertThat(Thread.currentThread()).isSameAs(caller);
              assertThat(done).hasSize(thing);
              done.add(thing);
            });
  }

  private static void await(CyclicBarrier barrier) {
    try {
      barrier.await(10, TimeUnit.SECONDS);
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }
}
