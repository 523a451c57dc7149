package io.openvpos.sandbox.bench;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.openvpos.sandbox.scenario.Shop;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// A payer of the load against a server that answers as the edge does.
class CheckoutTrafficTest {

  private final List<String> sent = new CopyOnWriteArrayList<>();
  private HttpServer server;
  private String returned = "status=paid";

  @BeforeEach
  void start() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::answer);
    server.start();
  }

  @AfterEach
  void stop() {
    server.stop(0);
  }

  @Test
  void aSessionIsOpenedLookedAtPaidAndFollowedBack() {
    assertThat(traffic().get().send().ok()).isTrue();
    assertThat(sent)
        .hasSize(4)
        .element(2)
        .asString()
        .matches("POST /checkout/cs_1 attempt=3&number=55287900\\d{8}&expiry=12%2F30.*");
  }

  @Test
  void whoComesBackUnpaidIsAnError() {
    returned = "status=failed";
    assertThat(traffic().get().send().error()).isEqualTo("back at the shop unpaid");
  }

  @Test
  void aPageWithoutACardFormIsAnError() {
    assertThat(PayerVisit.look(url("/empty")).error()).isEqualTo("no card form");
    assertThat(PayerVisit.look(url("/checkout/cs_1")).ok()).isTrue();
  }

  @Test
  void cardsTakeNoPartAndAreValid() {
    CheckoutTraffic traffic = traffic();
    assertThat(IntStream.range(0, 200).mapToObj(_ -> traffic.card()))
        .allMatch(card -> card.startsWith("552879009") && card.length() == 16)
        .allMatch(card -> CardNumbers.checkDigit(card.substring(0, 15)) == card.charAt(15) - '0');
  }

  @Test
  void aPageWeighsWhatItNames() {
    String page = "<script src='/a.js'></script><link rel=icon href='data:,'><img src='/b.png'>";
    PageWeight weight =
        PageWeight.of("http://x.test/p", url -> url.endsWith("/p") ? page : "1234567890");
    assertThat(weight.files()).isEqualTo(3);
    assertThat(weight.plain()).isEqualTo(page.length() + 20);
    assertThat(weight.toString()).contains("met");
  }

  private CheckoutTraffic traffic() {
    return new CheckoutTraffic(List.of(new Shop(url(""), "key")), 1);
  }

  private String url(String path) {
    return "http://127.0.0.1:" + server.getAddress().getPort() + path;
  }

  private void answer(HttpExchange exchange) throws IOException {
    String path = exchange.getRequestURI().getPath();
    String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    sent.add(exchange.getRequestMethod() + " " + path + " " + body);
    if (path.equals("/v1/checkout/sessions")) {
      send(exchange, 201, "{\"url\":\"" + url("/checkout/cs_1") + "\"}");
    } else if (path.equals("/checkout/cs_1") && exchange.getRequestMethod().equals("POST")) {
      exchange.getResponseHeaders().set("Location", "/checkout/cs_1/paid");
      send(exchange, 303, "");
    } else if (path.equals("/checkout/cs_1/paid")) {
      exchange.getResponseHeaders().set("Location", PayerVisit.SHOP + "/tamam?" + returned);
      send(exchange, 303, "");
    } else {
      send(exchange, 200, path.equals("/empty") ? "" : "<input name=\"attempt\" value=\"3\">");
    }
  }

  private static void send(HttpExchange exchange, int status, String body) throws IOException {
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
    exchange.getResponseBody().write(bytes);
    exchange.close();
  }
}
