package io.openvpos.settlement.closing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class RepeatedTaskTest {

  private static final Duration PACE = Duration.ofMillis(200);

  private final AtomicReference<Runnable> work = new AtomicReference<>(() -> {});
  private final RepeatedTask task = new RepeatedTask("test", () -> work.get().run(), PACE);

  static List<Runnable> failures() {
    return List.of(
        () -> {
          throw new IllegalStateException("no");
        },
        () -> {
          throw new NoClassDefFoundError("io/openvpos/Missing");
        });
  }

  @ParameterizedTest
  @MethodSource("failures")
  void whateverFailsIsRepeatedEverSlowerAndTold(Runnable failure) {
    work.set(failure);
    assertThat(task.run()).isEqualTo(Duration.ofMillis(400));
    assertThat(task.run()).isEqualTo(Duration.ofMillis(800));
    for (int i = 0; i < 4; i++) {
      assertThat(task.keepsFailing()).isFalse();
      task.run();
    }
    assertThat(task.run()).isEqualTo(Duration.ofSeconds(5));
    assertThat(task.keepsFailing()).isTrue();

    work.set(() -> {});

    assertThat(task.run()).isEqualTo(PACE);
    assertThat(task.keepsFailing()).isFalse();
  }

  @Test
  void whatGoesWellKeepsItsPace() {
    assertThat(task.run()).isEqualTo(PACE);
    assertThat(task.failuresInARow()).isZero();
  }
}
