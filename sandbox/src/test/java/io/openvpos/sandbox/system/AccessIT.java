package io.openvpos.sandbox.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.reactivestreams.client.MongoClient;
import com.mongodb.reactivestreams.client.MongoClients;
import io.openvpos.merchant.staff.TokenSigner;
import io.openvpos.merchant.staff.domain.Invitation;
import io.openvpos.merchant.staff.domain.User;
import io.openvpos.merchant.staff.mongo.MongoSigningKeys;
import io.openvpos.messaging.access.Role;
import io.openvpos.sandbox.client.Api;
import io.openvpos.sandbox.platform.DemoMerchants;
import io.openvpos.sandbox.platform.Endpoints;
import io.openvpos.sandbox.system.RunningPlatform.Bank;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;

/// Goal: nobody makes a call that is not theirs. Method: every route of the four OpenAPI documents
/// is called by nobody, by a merchant's keys and by a person of each role, with ids that do not
/// exist, so that whoever may make the call is told what is wrong with it and nothing happens. Who
/// gets past 401 and 403 is compared with `access.csv`; a route that is not in it fails.
@ExtendWith(RunningPlatform.class)
class AccessIT {

  private static final Path TABLE = Path.of("src/test/resources/access.csv");
  private static final boolean WRITE = "write".equals(System.getProperty("access"));
  private static final Pattern PARAMETER = Pattern.compile("\\{[^}]+}");
  private static final Set<String> METHODS = Set.of("get", "post", "put", "patch", "delete");

  private final Bank bank;
  private final DemoMerchants.Shop shop;
  private final DemoMerchants.Shop other;

  AccessIT(Bank bank) {
    this.bank = bank;
    this.shop = bank.newShop("Erişim Kitabevi");
    this.other = bank.newShop("Başka Kitabevi");
  }

  @Test
  void everyRouteLetsInWhomTheTableNames() throws IOException {
    Map<String, String> found = new TreeMap<>();
    Map<String, @Nullable String> callers = callers(shop);
    for (Route route : routes()) {
      found.put(route.name(), String.join(" ", admitted(route, callers)));
    }
    if (WRITE) {
      Files.write(
          TABLE,
          found.entrySet().stream().map(row -> row.getKey() + ";" + row.getValue()).toList());
    }
    Map<String, String> wanted = new TreeMap<>();
    Files.readAllLines(TABLE).stream()
        .map(line -> line.split(";", -1))
        .forEach(cells -> wanted.put(cells[0], cells[1]));

    assertThat(found).isEqualTo(wanted);
  }

  /// A merchant's key and people ask for everything of another merchant.
  @Test
  void anotherMerchantsObjectsAreNotThere() {
    Map<String, @Nullable String> strangers = callers(other);
    strangers.keySet().retainAll(Set.of("secret_key", "merchant_admin", "merchant_finance"));
    List<String> leaks = new ArrayList<>();
    int asked = 0;
    for (Route route : routes()) {
      if (!route.path().startsWith("/v1/merchants/{id}") || !route.method().equals("GET")) {
        continue;
      }
      for (Map.Entry<String, @Nullable String> stranger : strangers.entrySet()) {
        String path = filled(route.path().replace("{id}", shop.merchantId()));
        int status = call(route, path, stranger.getValue());
        asked++;
        if (status != 404 && status != 403) {
          leaks.add(stranger.getKey() + " " + route.name() + " " + status);
        }
      }
    }

    assertThat(leaks).isEmpty();
    assertThat(asked).isGreaterThan(20);
  }

  /// One operation of one service.
  private record Route(String service, String base, String method, String path) {
    String name() {
      return service + " " + method + " " + path;
    }
  }

  private List<Route> routes() {
    Endpoints at = bank.platform().endpoints();
    Map<String, String> services = new LinkedHashMap<>();
    services.put("authorization", at.authorization());
    services.put("merchant", at.merchant());
    services.put("settlement", at.settlement());
    services.put("fraud", at.fraud());
    List<Route> routes = new ArrayList<>();
    services.forEach((service, base) ->
        Api.of(base)
            .get("/v3/api-docs")
            .expect(200)
            .path("paths")
            .properties()
            .forEach(path -> add(routes, service, base, path.getKey(), path.getValue())));
    assertThat(routes).hasSizeGreaterThan(60);
    return routes;
  }

  private static void add(
      List<Route> routes, String service, String base, String path, JsonNode operations) {
    operations.propertyNames().stream()
        .filter(METHODS::contains)
        .filter(_ -> path.startsWith("/v1/"))
        .forEach(
            method -> routes.add(new Route(service, base, method.toUpperCase(Locale.ROOT), path)));
  }

  private Set<String> admitted(Route route, Map<String, @Nullable String> callers) {
    Set<String> admitted = new TreeSet<>();
    callers.forEach((name, credential) -> {
      int status = call(route, filled(route.path()), credential);
      assertThat(status).as("%s by %s", route.name(), name).isLessThan(500).isNotEqualTo(429);
      if (status != 401 && status != 403) {
        admitted.add(name);
      }
    });
    return admitted;
  }

  private static int call(Route route, String path, @Nullable String credential) {
    Api api = credential == null ? Api.of(route.base()) : Api.of(route.base()).as(credential);
    boolean reads = route.method().equals("GET") || route.method().equals("DELETE");
    Map<String, String> key = Map.of("Idempotency-Key", "access-1");
    return api.send(route.method(), path, reads ? null : "{", reads ? Map.of() : key).status();
  }

  /// Ids that nothing has, in the form that their route reads.
  private static String filled(String path) {
    String dated = path.replace("{date}", "1999-01-01").replace("{number}", "999");
    String counted = dated.replace("{version}", "999").replace("{bin}", "000000");
    return PARAMETER.matcher(counted).replaceAll("none");
  }

  private Map<String, @Nullable String> callers(DemoMerchants.Shop of) {
    Map<String, @Nullable String> callers = new LinkedHashMap<>();
    callers.put("nobody", null);
    callers.put("secret_key", of.secretKey());
    callers.put("publishable_key", publishable(of));
    try (MongoClient client = MongoClients.create(bank.platform().evidence().mongoUri())) {
      TokenSigner signer =
          new TokenSigner(
              MongoSigningKeys.load(client.getDatabase("merchant"), Clock.systemUTC()),
              Clock.systemUTC());
      for (Role role : Role.values()) {
        String merchant = User.OF_MERCHANTS.contains(role) ? of.merchantId() : null;
        User user =
            User.invited(
                role.code() + "@access.test",
                "",
                Set.of(role),
                merchant,
                new Invitation("-", Instant.EPOCH));
        callers.put(role.code(), signer.sign(user));
      }
    }
    return callers;
  }

  private String publishable(DemoMerchants.Shop of) {
    return bank.ops()
        .post(
            "/v1/merchants/" + of.merchantId() + "/api-keys",
            Map.of("mode", "test", "scope", "publishable"))
        .expect(201)
        .path("key")
        .asString("");
  }
}
