package io.openvpos.messaging.signature;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.reactivestreams.client.MongoDatabase;
import io.openvpos.messaging.MessagingAutoConfiguration;
import io.openvpos.messaging.access.ApiKeys;
import io.openvpos.messaging.access.Caller;
import io.openvpos.messaging.access.KeyGuard;
import io.openvpos.messaging.access.KeyScope;
import io.openvpos.messaging.access.StaffKeys;
import io.openvpos.messaging.http.RequestBytes;
import io.openvpos.messaging.mongo.MemoryStore;
import io.openvpos.messaging.signature.ShopSigner.Call;
import io.openvpos.money.Mode;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;

/// Signed calls over a socket: what was signed passes once, and nothing else does.
class SignedCallsTest {

  private static final Instant NOW = Instant.parse("2026-11-27T09:00:00Z");
  private static final ShopSigner SHOP = new ShopSigner();
  private static final ShopSigner THIEF = new ShopSigner();
  private static final MemoryStore STORE = new MemoryStore();
  private static final AtomicInteger NONCES = new AtomicInteger();
  private static final HttpClient HTTP = HttpClient.newHttpClient();

  private static ConfigurableApplicationContext edge;

  @BeforeAll
  static void start() {
    edge =
        new SpringApplicationBuilder(Edge.class)
            .run(
                "--spring.config.name=messaging-defaults",
                "--server.port=0",
                "--server.address=127.0.0.1",
                "--management.endpoint.health.group.readiness.include=readinessState");
  }

  @AfterAll
  static void stop() {
    edge.close();
    STORE.close();
    HTTP.close();
  }

  @Configuration(proxyBeanMethods = false)
  @EnableAutoConfiguration(exclude = MessagingAutoConfiguration.class)
  @Import(Calls.class)
  static class Edge {

    @Bean
    Clock clock() {
      return Clock.fixed(NOW, ZoneOffset.UTC);
    }

    @Bean
    MongoDatabase database() {
      return STORE.database();
    }

    @Bean
    StaffKeys staffKeys() {
      return _ -> Optional.empty();
    }

    @Bean
    ApiKeys apiKeys() {
      KeyGuard guard = KeyGuard.read(List.of(), SHOP.publicKey()).orElseThrow();
      return key ->
          switch (key) {
            case "sk_signing" ->
                Optional.of(new Caller.MerchantKey("m_1", Mode.TEST, KeyScope.SECRET, guard));
            case "sk_plain" ->
                Optional.of(new Caller.MerchantKey("m_1", Mode.TEST, KeyScope.SECRET));
            default -> Optional.empty();
          };
    }
  }

  @RestController
  static final class Calls {

    @GetMapping("/v1/things")
    String read() {
      return "read";
    }

    @PostMapping({"/v1/things", "/v1/others"})
    String write(ServerWebExchange exchange) {
      return new String(RequestBytes.of(exchange), UTF_8);
    }
  }

  @Test
  void whatWasSignedPassesOnceAndItsBodyArrives() throws Exception {
    Call call = call();
    Map<String, String> fields = SHOP.fields(call);
    HttpResponse<String> first = send(call, fields);
    HttpResponse<String> again = send(call, fields);

    assertThat(first.statusCode()).isEqualTo(200);
    assertThat(first.body()).isEqualTo(call.body());
    assertThat(refusal(again)).isEqualTo("The nonce has been used");
    assertThat(again.headers().firstValue("WWW-Authenticate")).contains("Signature");
  }

  @Test
  void aCallWithoutABodyOrAKeyNeedsNeither() throws Exception {
    Call whole = call();
    Call bare =
        new Call(
            "POST",
            "/v1/things",
            "",
            "",
            List.of("@query", "@path", "@method"),
            whole.params() + ";keyid=\"shop\";alg=\"ed25519\"");

    assertThat(send(bare, SHOP.fields(bare)).statusCode()).isEqualTo(200);
  }

  @Test
  void onlyWhatChangesSomethingAndOnlyOfSuchAKeyIsAskedForIt() throws Exception {
    HttpRequest read = request("/v1/things", "sk_signing").GET().build();
    HttpRequest plain =
        request("/v1/things", "sk_plain")
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString("{}"))
            .build();

    assertThat(HTTP.send(read, BodyHandlers.ofString()).statusCode()).isEqualTo(200);
    assertThat(HTTP.send(plain, BodyHandlers.ofString()).statusCode()).isEqualTo(200);
    assertThat(refusal(send(call(), Map.of()))).startsWith("Calls of this key");
  }

  @ParameterizedTest
  @CsvSource({
    "path, The signature is not of this request",
    "query, The signature is not of this request",
    "no query, The signature is not of this request",
    "method, The signature is not of this request",
    "body, Content-Digest is not",
    "no body, The signature is not of this request",
    "body and digest, The signature is not of this request",
    "no digest, The signature must cover",
    "key, The signature is not of this request",
    "no key, The signature must cover",
    "nonce, The signature is not of this request",
    "created, The signature is not of this request",
    "thief, The signature is not of this request",
    "two, Signature-Input or Signature cannot be read"
  })
  void whatWasTamperedWithIsRefused(String part, String detail) throws Exception {
    Call signed = call();
    Map<String, String> fields =
        new HashMap<>((part.equals("thief") ? THIEF : SHOP).fields(signed));
    Call sent = signed;
    switch (part) {
      case "path" -> sent = to("POST", "/v1/others?a=1&b=%20", signed.body());
      case "query" -> sent = to("POST", "/v1/things?a=1&b=+", signed.body());
      case "no query" -> sent = to("POST", "/v1/things", signed.body());
      case "method" -> sent = to("PUT", signed.target(), signed.body());
      case "body" -> sent = to("POST", signed.target(), "{\"amount\": 9}");
      case "no body" -> {
        sent = to("POST", signed.target(), "");
        fields.put("Content-Digest", ShopSigner.digest(""));
      }
      case "body and digest" -> {
        sent = to("POST", signed.target(), "{\"amount\": 9}");
        fields.put("Content-Digest", ShopSigner.digest("{\"amount\": 9}"));
      }
      case "no digest" -> fields.remove("Content-Digest");
      case "key" -> fields.put("Idempotency-Key", "order-2");
      case "no key" -> fields.remove("Idempotency-Key");
      case "nonce" -> fields.computeIfPresent("Signature-Input", (_, in) -> in.replace("n-", "N-"));
      case "created" ->
          fields.computeIfPresent(
              "Signature-Input",
              (_, in) -> in.replaceFirst("created=([0-9]+)[0-9];", "created=$19;"));
      case "two" -> fields.computeIfPresent("Signature-Input", (_, in) -> in + ", b=" + in);
      default -> {}
    }

    assertThat(refusal(send(sent, fields))).startsWith(detail);
    assertThat(send(signed, SHOP.fields(signed)).statusCode())
        .as("what is refused uses up no nonce")
        .isEqualTo(200);
  }

  private static List<Call> tooLittle() {
    return List.of(
        call().covering("@path", "@query", "content-digest", "idempotency-key"),
        call().covering("@method", "@query", "content-digest", "idempotency-key"),
        call().covering("@method", "@path", "content-digest", "idempotency-key"),
        call().covering("@method", "@path", "@query", "idempotency-key"),
        call().covering("@method", "@path", "@query", "content-digest"),
        call().covering("@method", "@path", "@query", "content-digest", "idempotency-key", "x-no"),
        call().covering("@method", "@path", "@query", "content-digest", "idempotency-key", "@x"));
  }

  @Test
  void whatCoversTooLittleIsRefused() throws Exception {
    for (Call call : tooLittle()) {
      assertThat(refusal(send(call, SHOP.fields(call))))
          .as(call.covered().toString())
          .startsWith("The signature must cover");
    }
  }

  @ParameterizedTest
  @CsvSource({
    "-301, '', 401",
    "-300, '', 200",
    "300, '', 200",
    "301, '', 401",
    "0, ;expires=1, 401",
    "0, ;expires=9999999999, 200"
  })
  void aClockMayBeFiveMinutesOff(long seconds, String more, int status) throws Exception {
    Call call = Call.of(NOW.getEpochSecond() + seconds, nonce());
    Call timed = call.with(call.params() + more);
    HttpResponse<String> answer = send(timed, SHOP.fields(timed));

    assertThat(answer.statusCode()).isEqualTo(status);
    if (status == 401) {
      assertThat(refusal(answer)).startsWith("The signature was made more than five minutes");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        ";nonce=\"%s\"",
        ";created=%d",
        ";created=%d;nonce=\"short\"",
        ";created=%d;nonce=\"%s\";alg=\"rsa-v1_5-sha256\"",
        ";created=%d;created=%d;nonce=\"%s\"",
        ";created=%d;nonce=\"%s\";expires=\"soon\""
      })
  void whatSaysNeitherWhenNorOnceIsNotRead(String params) throws Exception {
    String filled =
        params.replace("%d", String.valueOf(NOW.getEpochSecond())).replace("%s", nonce());
    Call call = call().with(filled);

    assertThat(refusal(send(call, SHOP.fields(call))))
        .startsWith("Signature-Input or Signature cannot be read");
  }

  private static Call call() {
    return Call.of(NOW.getEpochSecond(), nonce());
  }

  private static String nonce() {
    return "n-0123456789-" + 10_000 + NONCES.incrementAndGet();
  }

  private static Call to(String method, String target, String body) {
    return new Call(method, target, body, "", List.of(), "");
  }

  private static HttpResponse<String> send(Call call, Map<String, String> fields) throws Exception {
    HttpRequest.Builder request =
        request(call.target(), "sk_signing").header("Content-Type", "application/json");
    fields.forEach(request::header);
    return HTTP.send(
        request.method(call.method(), BodyPublishers.ofString(call.body())).build(),
        BodyHandlers.ofString());
  }

  private static HttpRequest.Builder request(String target, String key) {
    var server = ((WebServerApplicationContext) edge).getWebServer();
    if (server == null) {
      throw new AssertionError("no server");
    }
    return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.getPort() + target))
        .header("Authorization", "Bearer " + key);
  }

  /// The detail of a 401 `signature_invalid`.
  private static String refusal(HttpResponse<String> answer) {
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(401);
    assertThat(answer.body()).contains("\"code\":\"signature_invalid\"");
    String detail = answer.body().replaceFirst(".*\"detail\":\"", "");
    return detail.startsWith("The nonce has been used") ? "The nonce has been used" : detail;
  }
}
