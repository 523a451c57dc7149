package io.openvpos.authorization.checkout;

import com.mongodb.reactivestreams.client.MongoDatabase;
import io.openvpos.authorization.fakes.MemoryStore;
import io.openvpos.authorization.payment.AskForPoints;
import io.openvpos.authorization.payment.AuthorizePayment;
import io.openvpos.authorization.payment.OperatePayment;
import io.openvpos.authorization.payment.PaymentFixture;
import io.openvpos.authorization.payment.Payments;
import io.openvpos.authorization.payment.http.JsonAnswers;
import io.openvpos.authorization.profile.Merchants;
import io.openvpos.authorization.vault.Bins;
import io.openvpos.messaging.MessagingAutoConfiguration;
import io.openvpos.messaging.access.ApiKeys;
import io.openvpos.messaging.access.Caller;
import io.openvpos.messaging.access.KeyScope;
import io.openvpos.messaging.access.StaffKeys;
import io.openvpos.messaging.http.Messages;
import io.openvpos.messaging.http.ProblemWriter;
import io.openvpos.money.Mode;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.support.GenericApplicationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The checkout on a port of its own, with the real edge and a real store, and payments on fakes.
public final class CheckoutEdge implements AutoCloseable {

  public static final String SHOP = "sk_test_1";
  public static final String OTHER_SHOP = "sk_test_2";
  public static final String OTHER_MODE = "sk_live_1";
  public static final String PUBLISHABLE = "pk_test_1";

  private static final Map<String, Caller.MerchantKey> KEYS =
      Map.of(
          SHOP, new Caller.MerchantKey("m_1", Mode.TEST, KeyScope.SECRET),
          OTHER_SHOP, new Caller.MerchantKey("m_2", Mode.TEST, KeyScope.SECRET),
          OTHER_MODE, new Caller.MerchantKey("m_1", Mode.LIVE, KeyScope.SECRET),
          PUBLISHABLE, new Caller.MerchantKey("m_1", Mode.TEST, KeyScope.PUBLISHABLE));

  public final PaymentFixture at = new PaymentFixture();
  private final MemoryStore store = new MemoryStore();
  private final HttpClient client = HttpClient.newHttpClient();
  private final AtomicInteger keys = new AtomicInteger();
  private final ConfigurableApplicationContext context;

  public CheckoutEdge() {
    at.cardsTakePart(false);
    context =
        new SpringApplicationBuilder(Wiring.class)
            .initializers(made -> {
              if (made instanceof GenericApplicationContext generic) {
                generic.registerBean(PaymentFixture.class, () -> at);
                generic.registerBean(MongoDatabase.class, store::database);
              }
            })
            .properties("spring.config.name=authorization-service")
            .run(
                "--server.port=0",
                "--vpos.checkout.base-url=https://pay.test",
                "--management.endpoint.health.validate-group-membership=false");
  }

  public HttpResponse<String> create(String credential, String key, String body)
      throws IOException, InterruptedException {
    return post("/v1/checkout/sessions", credential, key, body);
  }

  public HttpResponse<String> post(String path, String credential, String key, String body)
      throws IOException, InterruptedException {
    return send(
        request(path)
            .header("Authorization", "Bearer " + credential)
            .header("Idempotency-Key", key)
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(body)));
  }

  /// The path of a new session's page.
  public String opened(String body) throws IOException, InterruptedException {
    JsonNode session = json(create(SHOP, newKey(), body));
    return "/checkout/" + session.path("id").asString();
  }

  public HttpResponse<String> get(String path, String... headers)
      throws IOException, InterruptedException {
    HttpRequest.Builder request = request(path);
    return send(headers.length == 0 ? request : request.headers(headers));
  }

  public HttpResponse<String> form(String path, Map<String, String> fields, String... headers)
      throws IOException, InterruptedException {
    String body =
        fields.entrySet().stream()
            .map(field ->
                field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
            .collect(Collectors.joining("&"));
    HttpRequest.Builder request =
        request(path)
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(BodyPublishers.ofString(body));
    return send(headers.length == 0 ? request : request.headers(headers));
  }

  public String newKey() {
    return "k" + keys.incrementAndGet();
  }

  /// What a payer types into the page.
  public static Map<String, String> card(int attempt) {
    return new LinkedHashMap<>(
        Map.of(
            "attempt", String.valueOf(attempt),
            "number", "4155 6501 0041 6111",
            "expiry", "12 / 30",
            "cvc", "123",
            "holder_name", "Ayşe Öğüt",
            "installments", "1"));
  }

  public static JsonNode json(HttpResponse<String> response) {
    return new JsonMapper().readTree(response.body());
  }

  private HttpRequest.Builder request(String path) {
    String port = context.getEnvironment().getRequiredProperty("local.server.port");
    return HttpRequest.newBuilder(URI.create("http://localhost:" + port + path));
  }

  private HttpResponse<String> send(HttpRequest.Builder request)
      throws IOException, InterruptedException {
    return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
  }

  @Override
  public void close() {
    context.close();
    client.close();
    at.close();
    store.close();
  }

  @Configuration(proxyBeanMethods = false)
  @EnableAutoConfiguration(exclude = MessagingAutoConfiguration.class)
  @ComponentScan("io.openvpos.authorization.checkout")
  static class Wiring {

    @Bean
    Clock clock(PaymentFixture at) {
      return at.clock;
    }

    @Bean
    Payments payments(PaymentFixture at) {
      return at.payments();
    }

    @Bean
    AuthorizePayment authorizePayment(PaymentFixture at) {
      return at.authorize;
    }

    @Bean
    AskForPoints askForPoints(PaymentFixture at) {
      return at.askForPoints;
    }

    @Bean
    OperatePayment operatePayment(PaymentFixture at) {
      return at.operate;
    }

    @Bean
    Merchants merchants(PaymentFixture at) {
      return id -> Optional.of(at.seller());
    }

    @Bean
    Bins bins() {
      return new Bins();
    }

    @Bean
    JsonAnswers jsonAnswers(JsonMapper json, Messages messages, ProblemWriter problems) {
      return new JsonAnswers(json, messages, problems);
    }

    @Bean
    StaffKeys staffKeys() {
      return id -> Optional.empty();
    }

    @Bean
    ApiKeys apiKeys() {
      return key -> Optional.ofNullable(KEYS.get(key));
    }
  }
}
