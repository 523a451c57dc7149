package io.openvpos.sandbox.chaos.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.openvpos.sandbox.client.Api;
import io.openvpos.sandbox.client.NoAnswerException;
import io.openvpos.sandbox.process.FreePorts;
import io.openvpos.sandbox.process.LocalHttpServer;
import io.openvpos.sandbox.process.LocalHttpServer.Request;
import io.openvpos.sandbox.process.LocalHttpServer.Response;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class RelayTest {

  private final AtomicInteger served = new AtomicInteger();
  private final LocalHttpServer server = new LocalHttpServer(0, this::serve);
  private final Relay relay = new Relay("test", List.of(FreePorts.take(), server.port()));
  private final Api api = Api.of("http://127.0.0.1:" + relay.port());

  private Response serve(Request request) {
    served.incrementAndGet();
    return new Response(200, "text/plain", request.path());
  }

  @AfterEach
  void stop() {
    relay.close();
    server.close();
  }

  @Test
  void passesOnToTheFirstServerThatAccepts() {
    assertThat(api.get("/one").text()).isEqualTo("/one");
  }

  @Test
  void aCutEndsWhatIsConnectedAndNothingLater() {
    api.get("/one");
    assertThat(relay.cut()).isPositive();
    assertThat(relay.cut()).isZero();
    assertThat(api.get("/two").text()).isEqualTo("/two");
  }

  @Test
  void whatIsHeldArrivesAfterwards() {
    CompletableFuture<Integer> held =
        CompletableFuture.supplyAsync(() -> relay.hold(Duration.ofSeconds(1)));
    CompletableFuture<String> answer = CompletableFuture.supplyAsync(() -> api.get("/one").text());
    assertThat(answer.join()).isEqualTo("/one");
    assertThat(held.join()).isNotNegative();
  }

  @Test
  void withAnswersLostTheRequestIsServedAndNobodyIsTold() {
    CompletableFuture<Integer> lost =
        CompletableFuture.supplyAsync(() -> relay.loseReplies(Duration.ofSeconds(5)));
    await().until(relay::isDisturbed);
    assertThatThrownBy(() -> api.post("/one", "x")).isInstanceOf(NoAnswerException.class);
    assertThat(served).hasValue(1);
    assertThat(lost.join()).isPositive();
    assertThat(api.get("/two").text()).isEqualTo("/two");
  }
}
