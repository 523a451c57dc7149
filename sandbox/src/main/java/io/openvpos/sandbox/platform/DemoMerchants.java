package io.openvpos.sandbox.platform;

import io.openvpos.sandbox.client.Api;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The two shops that the sandbox starts with, made over HTTP by the acquirer's staff and kept with
/// the data.
public record DemoMerchants(Shop first, Shop second) {

  /// A shop and its secret key for test mode.
  public record Shop(String merchantId, String secretKey) {
    @Override
    public String toString() {
      return merchantId;
    }
  }

  /// Reads the file, or makes the shops on the platform and keeps them.
  public static DemoMerchants open(Path file, Endpoints endpoints, DemoCredentials credentials) {
    JsonMapper json = new JsonMapper();
    if (Files.exists(file)) {
      return json.readValue(file.toFile(), DemoMerchants.class);
    }
    String token = token(endpoints, credentials.opsEmail(), credentials.opsPassword());
    Api ops = Api.of(endpoints.merchant()).as(token);
    DemoMerchants made =
        new DemoMerchants(
            shop(ops, "Çınar Kırtasiye", "5943", "TR330006100519786457841326"),
            shop(ops, "Ada Mutfak", "5812", "TR320010009999901234567890"));
    KeptFile.write(file, json.writerWithDefaultPrettyPrinter().writeValueAsString(made));
    awaitKnown(endpoints, made.first());
    awaitKnown(endpoints, made.second());
    return made;
  }

  /// Blocks until the edge takes the shop's key: it hears of new keys over Kafka.
  public static void awaitKnown(Endpoints endpoints, Shop shop) {
    Api edge = Api.of(endpoints.authorization()).as(shop.secretKey());
    Api.await("the edge knows " + shop, () -> edge.get("/v1/payments?limit=1").status() == 200);
  }

  /// An access token for a member of staff.
  public static String token(Endpoints endpoints, String email, String password) {
    JsonNode session =
        Api.of(endpoints.merchant())
            .post("/v1/sessions", Map.of("email", email, "password", password))
            .expect(201);
    return session.path("access_token").asString("");
  }

  /// A new shop in test mode with wide velocity limits, made by the acquirer's staff.
  public static Shop shop(Api ops, String name, String mcc, String iban) {
    JsonNode merchant =
        ops.post(
                "/v1/merchants",
                Map.of(
                    "name",
                    name,
                    "mcc",
                    mcc,
                    "iban",
                    iban,
                    "currencies",
                    List.of("TRY", "USD", "EUR", "GBP"),
                    "modes",
                    List.of("test"),
                    "risk_policy",
                    Map.of(
                        "floor_minor_units", 50_000,
                        "attempts_per_minute", 100_000,
                        "attempts_per_hour", 100_000,
                        "attempts_per_day", 100_000)))
            .expect(201);
    String id = merchant.path("id").asString("");
    JsonNode key =
        ops.post("/v1/merchants/" + id + "/api-keys", Map.of("mode", "test", "scope", "secret"))
            .expect(201);
    return new Shop(id, key.path("key").asString(""));
  }
}
