package io.openvpos.authorization.vault;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Iterator;
import org.jspecify.annotations.Nullable;

/// Vouches for the uses of a stretch of time and, by its hash, for every seal before it: a use that
/// is taken away, changed or put in later makes the hash another one.
///
/// @param number gapless, from 1
/// @param from where the one before ends
/// @param to the first moment that it does not cover
/// @param uses how many
/// @param previous the hash of the one before
/// @param hash SHA-256 over all else here and every use, lower-case hexadecimal
public record UseSeal(
    long number, Instant from, Instant to, long uses, String previous, String hash) {

  /// What the first one has before it.
  public static final String NOTHING = "-";

  /// The one that follows.
  ///
  /// @param before null if it is the first
  static UseSeal after(@Nullable UseSeal before, Instant from, Instant to, Iterator<CardUse> uses) {
    return before == null
        ? over(1, NOTHING, from, to, uses)
        : over(before.number + 1, before.hash, before.to, to, uses);
  }

  /// Whether these are the uses that were there when it was made.
  boolean covers(Iterator<CardUse> found) {
    return equals(over(number, previous, from, to, found));
  }

  private static UseSeal over(
      long number, String previous, Instant from, Instant to, Iterator<CardUse> uses) {
    MessageDigest digest = sha256();
    add(digest, previous, Long.toString(number), from.toString(), to.toString());
    long count = 0;
    while (uses.hasNext()) {
      CardUse use = uses.next();
      add(
          digest,
          use.id(),
          use.at().toString(),
          use.merchantId(),
          use.mode().code(),
          use.token(),
          use.purpose(),
          use.reference());
      count++;
    }
    String hash = HexFormat.of().formatHex(digest.digest());
    return new UseSeal(number, from, to, count, previous, hash);
  }

  /// Each part with its length before it, so that no two texts read the same.
  private static void add(MessageDigest digest, String... parts) {
    for (String part : parts) {
      String framed = part.length() + ":" + part + "\n";
      digest.update(framed.getBytes(StandardCharsets.UTF_8));
    }
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException absent) {
      throw new IllegalStateException("every Java platform has SHA-256", absent);
    }
  }
}
