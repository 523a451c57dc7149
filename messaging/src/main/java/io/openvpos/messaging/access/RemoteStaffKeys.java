package io.openvpos.messaging.access;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Keys from merchant-service's JWKS document. An unknown key id reads it again, at most every two
/// seconds.
final class RemoteStaffKeys implements StaffKeys {

  private static final Logger LOGGER = LoggerFactory.getLogger(RemoteStaffKeys.class);
  private static final Duration TIMEOUT = Duration.ofSeconds(3);
  private static final Duration READ_AGAIN = Duration.ofSeconds(2);

  private final HttpClient http = HttpClient.newBuilder().connectTimeout(TIMEOUT).build();
  private final URI uri;
  private volatile Map<String, PublicKey> known = Map.of();
  private long readAt;

  RemoteStaffKeys(URI uri) {
    this.uri = uri;
  }

  @Override
  public Optional<PublicKey> find(String keyId) {
    if (!known.containsKey(keyId)) {
      refresh();
    }
    return Optional.ofNullable(known.get(keyId));
  }

  private synchronized void refresh() {
    if (readAt != 0 && System.nanoTime() - readAt < READ_AGAIN.toNanos()) {
      return;
    }
    try {
      known = read();
    } catch (IOException | GeneralSecurityException e) {
      LOGGER.warn("the staff keys cannot be read", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      // From its end: reading may take longer than the pause, and those who wait for it would then
      // read one after another.
      readAt = System.nanoTime();
    }
  }

  private Map<String, PublicKey> read()
      throws IOException, InterruptedException, GeneralSecurityException {
    HttpRequest request = HttpRequest.newBuilder(uri).timeout(TIMEOUT).build();
    HttpResponse<String> response = http.send(request, BodyHandlers.ofString());
    if (response.statusCode() != 200) {
      throw new IOException("JWKS answered " + response.statusCode());
    }
    Map<String, PublicKey> keys = new HashMap<>();
    for (JsonNode jwk : new JsonMapper().readTree(response.body()).path("keys")) {
      if ("Ed25519".equals(jwk.path("crv").asString(""))) {
        keys.put(jwk.path("kid").asString(""), Ed25519.fromJwk(jwk.path("x").asString("")));
      }
    }
    return Map.copyOf(keys);
  }
}
