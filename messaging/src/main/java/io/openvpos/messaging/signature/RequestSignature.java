package io.openvpos.messaging.signature;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.security.Signature;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Whether a request is signed as it must be. The nonce is not looked at here: whoever cannot sign
/// must not be able to use up another's.
final class RequestSignature {

  /// How far the shop's clock and ours may be apart.
  static final Duration SKEW = Duration.ofMinutes(5);

  private static final List<String> ALWAYS = List.of("@method", "@path", "@query");
  private static final String DIGEST = "content-digest";
  private static final String KEY = "idempotency-key";
  private static final String ALGORITHM = "ed25519";
  private static final Pattern NONCE = Pattern.compile("[A-Za-z0-9+/=_.:-]{16,64}");
  private static final Pattern SHA_256 =
      Pattern.compile("(?:^|,) *sha-256=:([A-Za-z0-9+/]{43}=): *(?=,|$)");

  private RequestSignature() {}

  /// What looking at a signature came to.
  sealed interface Verdict {

    /// Signed by the key, just now.
    ///
    /// @param until a repetition would be taken for as long
    record Right(String nonce, Instant until) implements Verdict {}

    /// Not to be let through.
    ///
    /// @param why the part of the text's key that says so
    record Wrong(String why) implements Verdict {}
  }

  static Verdict verify(SignedMessage message, PublicKey key, Instant now) {
    if (!SignatureFields.areIn(message.headers())) {
      return new Verdict.Wrong("missing");
    }
    return SignatureFields.read(message.headers())
        .map(fields -> verify(fields, message, key, now))
        .orElse(new Verdict.Wrong("malformed"));
  }

  private static Verdict verify(
      SignatureFields fields, SignedMessage message, PublicKey key, Instant now) {
    Optional<Instant> created = time(fields, "created");
    String nonce = fields.parameters().getOrDefault("nonce", "");
    Optional<Instant> expires = time(fields, "expires");
    if (created.isEmpty()
        || (expires.isEmpty() && fields.parameters().containsKey("expires"))
        || !NONCE.matcher(nonce).matches()
        || !fields.parameters().getOrDefault("alg", ALGORITHM).equals(ALGORITHM)) {
      return new Verdict.Wrong("malformed");
    }
    Optional<String> base = message.base(fields);
    if (base.isEmpty() || !coversEnough(fields, message)) {
      return new Verdict.Wrong("coverage");
    }
    if (Duration.between(created.get(), now).abs().compareTo(SKEW) > 0
        || expires.filter(end -> now.isAfter(end)).isPresent()) {
      return new Verdict.Wrong("time");
    }
    if (!isDigestRight(message)) {
      return new Verdict.Wrong("digest");
    }
    return isSigned(base.get(), fields.signature(), key)
        ? new Verdict.Right(nonce, created.get().plus(SKEW))
        : new Verdict.Wrong("mismatch");
  }

  private static boolean coversEnough(SignatureFields fields, SignedMessage message) {
    Stream<String> ifSent = Stream.of(KEY).filter(message.headers()::containsHeader);
    Stream<String> ofBody = Stream.of(DIGEST).filter(_ -> message.bodyDigest() != null);
    return fields.components().containsAll(ALWAYS)
        && Stream.concat(ifSent, ofBody).allMatch(fields.components()::contains);
  }

  /// Nothing is said where there is no body.
  private static boolean isDigestRight(SignedMessage message) {
    String ours = message.bodyDigest();
    if (ours == null) {
      return true;
    }
    Matcher theirs = SHA_256.matcher(String.join(", ", message.headers().getOrEmpty(DIGEST)));
    return theirs.find() && theirs.group(1).equals(ours);
  }

  private static Optional<Instant> time(SignatureFields fields, String name) {
    return Optional.ofNullable(fields.parameters().get(name))
        .filter(text -> text.matches("[0-9]{1,11}"))
        .map(text -> Instant.ofEpochSecond(Long.parseLong(text)));
  }

  static boolean isSigned(String base, String signature, PublicKey key) {
    try {
      Signature verifier = Signature.getInstance("Ed25519");
      verifier.initVerify(key);
      verifier.update(base.getBytes(ISO_8859_1));
      return verifier.verify(Base64.getDecoder().decode(signature));
    } catch (GeneralSecurityException | IllegalArgumentException unreadable) {
      return false;
    }
  }
}
