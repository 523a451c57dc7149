package io.openvpos.settlement.report;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/// A SHA-256 in the making. Not for use by two threads.
public final class Sha256 {

  private final MessageDigest digest;

  public Sha256() {
    try {
      digest = MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java runtime has SHA-256", e);
    }
  }

  public void add(byte[] bytes) {
    digest.update(bytes);
  }

  public void add(byte[] bytes, int from, int length) {
    digest.update(bytes, from, length);
  }

  /// Lower-case hexadecimal of what was added so far; more may follow.
  public String hexSoFar() {
    try {
      return HexFormat.of().formatHex(((MessageDigest) digest.clone()).digest());
    } catch (CloneNotSupportedException e) {
      throw new IllegalStateException("the platform's SHA-256 can be copied", e);
    }
  }

  /// Lower-case hexadecimal. Ends the digest.
  public String hex() {
    return HexFormat.of().formatHex(digest.digest());
  }

  /// The digest of a business day: over the hexadecimal digests of its batches, in the order of the
  /// batch ids, one after another with nothing between.
  public static String ofDigests(List<String> digestsInIdOrder) {
    Sha256 sha = new Sha256();
    digestsInIdOrder.forEach(one -> sha.add(one.getBytes(StandardCharsets.US_ASCII)));
    return sha.hex();
  }
}
