package io.openvpos.merchant.staff;

import io.openvpos.merchant.staff.domain.User;
import io.openvpos.messaging.access.Role;
import io.openvpos.messaging.access.StaffTokens;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.Signature;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Signs the tokens of people: JWT with EdDSA (RFC 8037).
public final class TokenSigner {

  /// Short, because a token cannot be taken back.
  public static final Duration LIFETIME = Duration.ofMinutes(15);

  /// Which session a token is of, and since when.
  public record SessionClaims(String id, Instant issuedAt) {}

  private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();
  private static final JsonMapper JSON = JsonMapper.shared();

  private final SigningKey key;
  private final Clock clock;

  public TokenSigner(SigningKey key, Clock clock) {
    this.key = key;
    this.clock = clock;
  }

  public String sign(User user) {
    return sign(user, null);
  }

  /// A token of somebody.
  ///
  /// @param sessionId of a session of the pages, which may end before its token does; claim `sid`
  public String sign(User user, @Nullable String sessionId) {
    Instant now = clock.instant();
    Map<String, Object> claims = new LinkedHashMap<>();
    claims.put("iss", StaffTokens.ISSUER);
    claims.put("aud", StaffTokens.AUDIENCE);
    claims.put("sub", user.email());
    claims.put("roles", user.roles().stream().map(Role::code).sorted().toList());
    String merchantId = user.merchantId();
    if (merchantId != null) {
      claims.put("merchant_id", merchantId);
    }
    if (sessionId != null) {
      claims.put("sid", sessionId);
    }
    claims.put("iat", now.getEpochSecond());
    claims.put("exp", now.plus(LIFETIME).getEpochSecond());
    String content =
        encoded(Map.of("alg", "EdDSA", "typ", "JWT", "kid", key.id())) + "." + encoded(claims);
    return content + "." + BASE64.encodeToString(signature(content));
  }

  /// What a token that was believed says of its session; empty if it is of none.
  public static Optional<SessionClaims> session(String believed) {
    byte[] claims = Base64.getUrlDecoder().decode(believed.split("\\.", -1)[1]);
    JsonNode read = JSON.readTree(claims);
    String sid = read.path("sid").asString("");
    Instant issuedAt = Instant.ofEpochSecond(read.path("iat").asLong());
    return sid.isEmpty() ? Optional.empty() : Optional.of(new SessionClaims(sid, issuedAt));
  }

  private static String encoded(Map<String, Object> part) {
    return BASE64.encodeToString(JSON.writeValueAsBytes(part));
  }

  private byte[] signature(String content) {
    try {
      Signature signer = Signature.getInstance("Ed25519");
      signer.initSign(key.privateKey());
      signer.update(content.getBytes(StandardCharsets.US_ASCII));
      return signer.sign();
    } catch (GeneralSecurityException unusable) {
      throw new IllegalStateException("the signing key is unusable", unusable);
    }
  }
}
