package io.openvpos.sandbox.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.standardwebhooks.Webhook;
import com.standardwebhooks.exceptions.EmptyWebhookSecretException;
import com.standardwebhooks.exceptions.WebhookVerificationException;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.openvpos.sandbox.client.Api;
import io.openvpos.sandbox.client.Reply;
import io.openvpos.sandbox.platform.DemoMerchants;
import io.openvpos.sandbox.scenario.SandboxCards;
import io.openvpos.sandbox.scenario.Shop;
import io.openvpos.sandbox.scenario.Shop.Order;
import io.openvpos.sandbox.system.RunningPlatform.Bank;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.http.HttpHeaders;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// Goal: a shop's server hears of its payments, signed, and one that does not answer keeps nobody
/// else waiting. Method: a server on this machine that reads with the reference library of Standard
/// Webhooks, and one beside it that is silent.
@ExtendWith(RunningPlatform.class)
class WebhooksIT {

  private final Bank bank;
  private final DemoMerchants.Shop merchant;
  private final Api edge;
  private final Shop shop;
  private final Map<String, Webhook> readers = new ConcurrentHashMap<>();
  private final List<String> heard = new CopyOnWriteArrayList<>();
  private final List<String> refused = new CopyOnWriteArrayList<>();
  private final CountDownLatch over = new CountDownLatch(1);
  private HttpServer server;

  WebhooksIT(Bank bank) {
    this.bank = bank;
    merchant = bank.newShop("Zilli Çarşı");
    edge = Api.of(bank.platform().endpoints().authorization()).as(merchant.secretKey());
    shop = bank.at(merchant);
  }

  @BeforeEach
  void start() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.createContext("/hooks", this::read);
    server.createContext("/silent", this::silence);
    server.start();
  }

  @AfterEach
  void stop() {
    over.countDown();
    server.stop(0);
  }

  @Test
  void aShopsServerHearsOfItsPaymentsSignedWhileAnotherOneIsSilent() throws Exception {
    add("/silent", "*");
    String hooks = add("/hooks", "payment.*");

    Reply paid = shop.pay(Order.of(12_990, SandboxCards.VISA), "Sipariş-1");
    String id = paid.string("id");

    await()
        .atMost(PatientPlatform.PATIENCE)
        .untilAsserted(() ->
            assertThat(heard).anyMatch(it -> it.contains("payment.captured") && it.contains(id)));
    assertThat(refused).isEmpty();
    assertThat(heard).noneMatch(it -> it.contains(SandboxCards.VISA));
    bank.awaitPassed(merchant, "webhook_answered");
    assertThat(edge.get("/v1/payments/" + id + "/events").text()).contains("webhook.delivered");

    String delivery =
        edge.get("/v1/webhook-endpoints/" + hooks + "/deliveries?status=delivered")
            .expect(200)
            .path("data")
            .path(0)
            .path("id")
            .asString("");
    int before = heard.size();
    edge.post("/v1/webhook-deliveries/" + delivery + "/resend", null).expect(202);
    await().atMost(PatientPlatform.PATIENCE).until(() -> heard.size() > before);
    assertThat(heard.stream().distinct()).hasSizeLessThan(heard.size());
  }

  @Test
  void whatIsWrongIsNamedAndNobodyElsesIsFound() {
    Reply bad =
        edge.post(
            "/v1/webhook-endpoints", Map.of("url", "ftp://x", "events", List.of("payment.eaten")));

    assertThat(bad.status()).isEqualTo(400);
    assertThat(bad.text()).contains("/url", "invalid_webhook_url", "/events/0", "unknown_event");
    assertThat(edge.get("/v1/webhook-endpoints/we_000000000000000000000000").status())
        .isEqualTo(404);
  }

  private String add(String path, String events) throws EmptyWebhookSecretException {
    String url = "http://127.0.0.1:" + server.getAddress().getPort() + path;
    var made =
        edge.post("/v1/webhook-endpoints", Map.of("url", url, "events", List.of(events)))
            .expect(201);
    readers.put(path, new Webhook(made.path("secret").asString("")));
    assertThat(edge.get("/v1/webhook-endpoints").text()).doesNotContain("whsec_");
    return made.path("id").asString("");
  }

  private void read(HttpExchange exchange) throws IOException {
    String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    try {
      Webhook reader = Objects.requireNonNull(readers.get(exchange.getHttpContext().getPath()));
      HttpHeaders headers = HttpHeaders.of(exchange.getRequestHeaders(), (name, value) -> true);
      reader.verify(body, headers);
      heard.add(headers.firstValue("webhook-id").orElse("") + " " + body);
      exchange.sendResponseHeaders(204, -1);
    } catch (WebhookVerificationException e) {
      refused.add(body);
      exchange.sendResponseHeaders(401, -1);
    }
    exchange.close();
  }

  private void silence(HttpExchange exchange) {
    try {
      assertThat(over.await(PatientPlatform.PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    exchange.close();
  }
}
