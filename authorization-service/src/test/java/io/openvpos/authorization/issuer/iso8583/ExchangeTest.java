package io.openvpos.authorization.issuer.iso8583;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/// Writer, asker and a lost connection meet on one exchange in every order that two threads give.
class ExchangeTest {

  private static final Instant DEADLINE = Instant.parse("2026-11-23T10:00:00Z");
  private static final int ROUNDS = 5_000;

  private final Dialect dialect = new Dialect();

  @Test
  void whoeverWithdrawsFirstItIsUnsent() throws Exception {
    unsentWhileWriterMeets(exchange -> {});
  }

  @Test
  void alsoWhenTheConnectionIsLostAtThatMoment() throws Exception {
    unsentWhileWriterMeets(Exchange::disconnected);
  }

  private void unsentWhileWriterMeets(Consumer<Exchange> other) throws Exception {
    try (ExecutorService writer = Executors.newSingleThreadExecutor()) {
      for (int round = 0; round < ROUNDS; round++) {
        Exchange exchange = exchange();
        CyclicBarrier together = new CyclicBarrier(2);
        Future<Boolean> left =
            writer.submit(() -> {
              together.await();
              return exchange.startSending(DEADLINE);
            });
        together.await();

        other.accept(exchange);
        Exchange.Result result = exchange.await(0);

        assertThat(left.get()).isFalse();
        assertThat(result).as("round %d", round).isEqualTo(new Exchange.Unsent());
      }
    }
  }

  @Test
  void whatMayHaveLeftIsSilence() {
    Exchange exchange = exchange();

    assertThat(exchange.startSending(DEADLINE.minusNanos(1))).isTrue();
    exchange.disconnected();

    assertThat(exchange.await(0)).isEqualTo(new Exchange.Silence());
  }

  private Exchange exchange() {
    RequestMessages messages = new RequestMessages(dialect, "12345678901");
    return new Exchange(
        messages.network(RequestMessages.ECHO, "000001", DEADLINE),
        Dialect.NETWORK_ANSWER,
        "000001",
        "",
        DEADLINE);
  }
}
