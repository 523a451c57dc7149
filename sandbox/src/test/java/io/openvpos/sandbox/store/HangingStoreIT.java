package io.openvpos.sandbox.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.openvpos.merchant.MerchantApplication;
import io.openvpos.sandbox.broker.EmbeddedBroker;
import io.openvpos.sandbox.client.Api;
import io.openvpos.sandbox.client.Reply;
import io.openvpos.sandbox.process.ChildProcess;
import io.openvpos.sandbox.process.FreePorts;
import io.openvpos.sandbox.registry.EmbeddedRegistry;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.ConfigurableApplicationContext;

/// A store that stops answering: requests wait for it up to the bound, and the next one is told so
/// at once.
class HangingStoreIT {

  private static final Duration PATIENCE = Duration.ofMinutes(2);
  private static final int IN_FLIGHT = 3;
  private static final int CLIENTS = 10;
  private static final String EMAIL = "ops@openvpos.test";
  private static final String PASSWORD = "a password of its own";
  private static final String MERCHANT = "/v1/merchants/mer_unknown";

  @TempDir Path folder;

  @Test
  void pastTheBoundThereIsAQuick503AndAfterwardsAllGoesOn() throws Exception {
    try (EmbeddedBroker broker = EmbeddedBroker.start(folder.resolve("broker"), 0, 0);
        EmbeddedRegistry registry = EmbeddedRegistry.start(folder.resolve("registry"), 0);
        ChildProcess store =
            ChildProcess.start(
                EmbeddedStoreMain.class,
                "STORE_READY",
                "--data",
                folder.resolve("store").toString());
        ExecutorService clients = Executors.newVirtualThreadPerTaskExecutor()) {
      int port = FreePorts.take();
      try (ConfigurableApplicationContext _ = merchants(port, broker, registry, store)) {
        Api anybody = Api.of("http://127.0.0.1:" + port);
        Api ops = anybody.as(token(anybody));
        assertThat(ops.get(MERCHANT).status()).isEqualTo(404);

        store.signal("STOP");
        List<Future<Reply>> asked =
            IntStream.range(0, CLIENTS)
                .mapToObj(_ -> clients.submit(() -> ops.get(MERCHANT)))
                .toList();
        await().atMost(PATIENCE).until(() -> answered(asked).size() == CLIENTS - IN_FLIGHT);

        assertThat(answered(asked)).allSatisfy(HangingStoreIT::isRefused);
        assertThat(anybody.get("/actuator/health/readiness").status()).isEqualTo(200);
        assertThat(anybody.as("no token").get(MERCHANT).status()).isEqualTo(401);

        store.signal("CONT");
        for (Future<Reply> one : asked) {
          assertThat(one.get().status()).isIn(404, 503);
        }
        await().atMost(PATIENCE).until(() -> ops.get(MERCHANT).status() == 404);
      }
    }
  }

  private static List<Reply> answered(List<Future<Reply>> asked) {
    return asked.stream().filter(Future::isDone).map(Future::resultNow).toList();
  }

  private static void isRefused(Reply reply) {
    assertThat(reply.status()).isEqualTo(503);
    assertThat(reply.body().path("code").asString("")).isEqualTo("overloaded");
    assertThat(reply.headers().firstValue("Retry-After")).contains("1");
  }

  private static String token(Api anybody) {
    return anybody
        .post("/v1/sessions", Map.of("email", EMAIL, "password", PASSWORD))
        .expect(201)
        .path("access_token")
        .asString("");
  }

  private static ConfigurableApplicationContext merchants(
      int port, EmbeddedBroker broker, EmbeddedRegistry registry, ChildProcess store) {
    return MerchantApplication.start(
        "--server.port=" + port,
        "--server.address=127.0.0.1",
        "--vpos.kafka.bootstrap-servers=" + broker.bootstrapServers(),
        "--vpos.kafka.single-broker=true",
        "--vpos.kafka.registry-url=" + registry.url(),
        "--vpos.mongo.uri=" + store.readyValue(),
        "--vpos.merchant.bootstrap-users[0].email=" + EMAIL,
        "--vpos.merchant.bootstrap-users[0].password=" + PASSWORD,
        "--vpos.merchant.bootstrap-users[0].roles=acquirer_ops",
        "--vpos.limits.reads-in-flight=" + IN_FLIGHT);
  }
}
