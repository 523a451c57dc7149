package io.openvpos.messaging.signature;

import static org.assertj.core.api.Assertions.assertThat;

import io.openvpos.messaging.mongo.MemoryStore;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;

class MongoNoncesTest {

  private static final Instant NOW = Instant.parse("2026-11-27T09:00:00Z");

  private final MemoryStore store = new MemoryStore();

  @AfterEach
  void close() {
    store.close();
  }

  @Test
  void oneOfManyInstancesTakesIt() throws Exception {
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Callable<Boolean>> takers =
          IntStream.range(0, 16)
              .<Callable<Boolean>>mapToObj(_ -> {
                MongoNonces instance = at(NOW);
                return () -> instance.take("a", "n", NOW.plusSeconds(300));
              })
              .toList();
      int taken = 0;
      for (Future<Boolean> taker : threads.invokeAll(takers)) {
        taken += taker.get() ? 1 : 0;
      }

      assertThat(taken).isEqualTo(1);
    }
    assertThat(at(NOW).take("b", "n", NOW)).isTrue();
  }

  @Test
  void itIsForgottenOnceItCouldNotBeUsedAgain() {
    Instant until = NOW.plus(Duration.ofMinutes(10));
    at(NOW).take("a", "n", until);

    at(until).take("a", "other", until);
    assertThat(kept()).isEqualTo(2);
    at(until.plus(Duration.ofMinutes(2))).take("a", "third", until.plus(Duration.ofMinutes(9)));
    assertThat(kept()).isEqualTo(1);
  }

  private MongoNonces at(Instant now) {
    return new MongoNonces(store.database(), Clock.fixed(now, ZoneOffset.UTC));
  }

  private long kept() {
    Long count =
        Mono.from(
                store.database().getCollection("signature_nonces", Document.class).countDocuments())
            .block();
    return count == null ? 0 : count;
  }
}
