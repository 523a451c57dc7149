package io.openvpos.messaging.access;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.security.Signature;
import java.text.ParseException;
import java.time.Clock;
import java.util.Date;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Reads staff tokens: JWTs signed with EdDSA (RFC 8037) by merchant-service, for this platform,
/// not expired. Nothing else is believed.
public final class StaffTokens {

  /// The `iss` and `aud` of every token.
  public static final String ISSUER = "open-vpos";

  public static final String AUDIENCE = "open-vpos";

  private final StaffKeys keys;
  private final Clock clock;

  public StaffTokens(StaffKeys keys, Clock clock) {
    this.keys = keys;
    this.clock = clock;
  }

  public Optional<Caller.Staff> read(String token) {
    try {
      SignedJWT jwt = SignedJWT.parse(token);
      JWTClaimsSet claims = jwt.getJWTClaimsSet();
      return signed(jwt) && valid(claims) ? Optional.of(staff(claims)) : Optional.empty();
    } catch (ParseException | GeneralSecurityException e) {
      return Optional.empty();
    }
  }

  // Nimbus parses; its EdDSA verifier would need another crypto library, the JDK has one.
  private boolean signed(SignedJWT jwt) throws GeneralSecurityException {
    String keyId = jwt.getHeader().getKeyID();
    if (!JWSAlgorithm.EdDSA.equals(jwt.getHeader().getAlgorithm()) || keyId == null) {
      return false;
    }
    Optional<PublicKey> key = keys.find(keyId);
    if (key.isEmpty()) {
      return false;
    }
    Signature verifier = Signature.getInstance("Ed25519");
    verifier.initVerify(key.get());
    verifier.update(jwt.getSigningInput());
    return verifier.verify(jwt.getSignature().decode());
  }

  private boolean valid(JWTClaimsSet claims) {
    Date expires = claims.getExpirationTime();
    return ISSUER.equals(claims.getIssuer())
        && claims.getAudience().contains(AUDIENCE)
        && claims.getSubject() != null
        && expires != null
        && clock.instant().isBefore(expires.toInstant());
  }

  private static Caller.Staff staff(JWTClaimsSet claims) throws ParseException {
    List<String> codes = claims.getStringListClaim("roles");
    Set<Role> roles = new HashSet<>();
    if (codes != null) {
      codes.forEach(code -> Role.of(code).ifPresent(roles::add));
    }
    return new Caller.Staff(claims.getSubject(), roles, claims.getStringClaim("merchant_id"));
  }
}
