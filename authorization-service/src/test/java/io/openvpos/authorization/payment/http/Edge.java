package io.openvpos.authorization.payment.http;

import io.openvpos.authorization.payment.AuthorizePayment;
import io.openvpos.authorization.payment.OperatePayment;
import io.openvpos.authorization.payment.PaymentFixture;
import io.openvpos.authorization.payment.Payments;
import io.openvpos.authorization.payment.ServedReplays;
import io.openvpos.authorization.payment.ToldAbout;
import io.openvpos.authorization.profile.Merchants;
import io.openvpos.authorization.vault.TokenRemoval;
import io.openvpos.authorization.vault.Vault;
import io.openvpos.messaging.MessagingAutoConfiguration;
import io.openvpos.messaging.access.ApiKeys;
import io.openvpos.messaging.access.Caller;
import io.openvpos.messaging.access.KeyScope;
import io.openvpos.messaging.access.StaffKeys;
import io.openvpos.money.Mode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.time.Clock;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.context.support.GenericApplicationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The payment calls on a port of their own, with the real edge around them and fakes behind.
final class Edge implements AutoCloseable {

  static final String SALE =
      """
      {"amount": 100, "currency": "TRY", "token": "tok_1", "capture_method": "manual"}
      """;

  static final String PUBLISHABLE = "pk_test_1";

  static final String KEY = "sk_test_1";

  private static final Map<String, KeyScope> SCOPES =
      Map.of(KEY, KeyScope.SECRET, PUBLISHABLE, KeyScope.PUBLISHABLE);

  private static final KeyPair PEOPLE = people();

  final PaymentFixture at = new PaymentFixture();
  private final HttpClient client = HttpClient.newHttpClient();
  private final AtomicInteger keys = new AtomicInteger();
  private final ConfigurableApplicationContext context;

  Edge() {
    context =
        new SpringApplicationBuilder(Wiring.class)
            .initializers(made -> {
              if (made instanceof GenericApplicationContext generic) {
                generic.registerBean(PaymentFixture.class, () -> at);
              }
            })
            .properties("spring.config.name=authorization-service")
            .run(
                "--server.port=0",
                // The readiness group names what only the whole service has.
                "--management.endpoint.health.validate-group-membership=false");
  }

  int port() {
    return Integer.parseInt(context.getEnvironment().getRequiredProperty("local.server.port"));
  }

  String newKey() {
    return "k" + keys.incrementAndGet();
  }

  HttpRequest.Builder post(String path, String key, String body) {
    return HttpRequest.newBuilder(URI.create("http://localhost:" + port() + path))
        .header("Authorization", "Bearer " + KEY)
        .header("Idempotency-Key", key)
        .header("Content-Type", "application/json")
        .POST(HttpRequest.BodyPublishers.ofString(body));
  }

  /// With another key than the secret one.
  HttpRequest.Builder as(String path, String credential, String body) {
    return post(path, newKey(), body).setHeader("Authorization", "Bearer " + credential);
  }

  /// What a browser asks before it sends JSON to another origin.
  HttpRequest.Builder preflight(String path) {
    return HttpRequest.newBuilder(URI.create("http://localhost:" + port() + path))
        .method("OPTIONS", HttpRequest.BodyPublishers.noBody())
        .header("Origin", "https://shop.test")
        .header("Access-Control-Request-Method", "POST")
        .header("Access-Control-Request-Headers", "authorization,content-type");
  }

  HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
    return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
  }

  /// As one of the people: a token signed as merchant-service signs it.
  HttpRequest.Builder as(HttpRequest.Builder request, String role, @Nullable String merchantId)
      throws GeneralSecurityException {
    String claims =
        "{\"iss\":\"open-vpos\",\"aud\":\"open-vpos\",\"sub\":\"a@b.test\",\"exp\":%d,\"roles\":[\"%s\"]%s}"
            .formatted(
                at.clock.instant().getEpochSecond() + 600,
                role,
                merchantId == null ? "" : ",\"merchant_id\":\"" + merchantId + "\"");
    String content = base64("{\"alg\":\"EdDSA\",\"kid\":\"1\"}") + "." + base64(claims);
    Signature signer = Signature.getInstance("Ed25519");
    signer.initSign(PEOPLE.getPrivate());
    signer.update(content.getBytes(StandardCharsets.US_ASCII));
    String signature = Base64.getUrlEncoder().withoutPadding().encodeToString(signer.sign());
    return request.setHeader("Authorization", "Bearer " + content + "." + signature);
  }

  HttpRequest.Builder get(String path) {
    return HttpRequest.newBuilder(URI.create("http://localhost:" + port() + path))
        .header("Authorization", "Bearer " + KEY);
  }

  private static String base64(String text) {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }

  private static KeyPair people() {
    try {
      return KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
    } catch (GeneralSecurityException absent) {
      throw new IllegalStateException(absent);
    }
  }

  /// The answer's JSON.
  static JsonNode json(HttpResponse<String> response) {
    return new JsonMapper().readTree(response.body());
  }

  @Override
  public void close() {
    context.close();
    client.close();
    at.close();
  }

  @Configuration(proxyBeanMethods = false)
  @EnableAutoConfiguration(exclude = MessagingAutoConfiguration.class)
  @Import({
    PaymentHttpConfiguration.class,
    PaymentController.class,
    PaymentQueries.class,
    StoreProblems.class,
    TokenController.class
  })
  static class Wiring {

    @Bean
    ToldAbout nothingWasTold() {
      return paymentId -> List.of();
    }

    @Bean
    ServedReplays servedReplays(PaymentFixture at) {
      return at.replayed::add;
    }

    @Bean
    Clock clock(PaymentFixture at) {
      return at.clock;
    }

    @Bean
    Payments payments(PaymentFixture at) {
      return at.payments();
    }

    @Bean
    Vault vault(PaymentFixture at) {
      return at.vault;
    }

    @Bean
    TokenRemoval tokenRemoval() {
      return (merchantId, mode, token) -> token.equals("tok_1");
    }

    @Bean
    Merchants merchants() {
      return id -> Optional.of(PaymentFixture.merchant());
    }

    @Bean
    AuthorizePayment authorizePayment(PaymentFixture at) {
      return at.authorize;
    }

    @Bean
    OperatePayment operatePayment(PaymentFixture at) {
      return at.operate;
    }

    @Bean
    StaffKeys staffKeys() {
      return id -> Optional.of(PEOPLE.getPublic());
    }

    @Bean
    ApiKeys apiKeys() {
      return key ->
          Optional.ofNullable(SCOPES.get(key))
              .map(scope -> new Caller.MerchantKey("m_1", Mode.TEST, scope));
    }
  }
}
