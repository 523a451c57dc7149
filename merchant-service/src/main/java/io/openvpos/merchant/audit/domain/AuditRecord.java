package io.openvpos.merchant.audit.domain;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/// One change of one thing, chained to the one before it by its hash.
///
/// @param subject what was changed, as `merchant:mer_1`
/// @param seq gapless within the subject, from 1
/// @param before SHA-256 of the state before, `-` if there was none
/// @param after SHA-256 of the state after
/// @param hash SHA-256 over the previous hash and everything else here, lower-case hexadecimal
public record AuditRecord(
    String subject,
    long seq,
    Action action,
    String before,
    String after,
    String previousHash,
    String hash) {

  /// The previous hash of a subject's first record, and the digest of what was not there.
  public static final String NOTHING = "-";

  /// The record that follows one of the given hash. Its own hash is computed here and nowhere else.
  public static AuditRecord following(
      AuditChain chain, Action action, String before, String after) {
    long seq = chain.seq() + 1;
    String hash = hash(chain.subject(), seq, action, before, after, chain.hash());
    return new AuditRecord(chain.subject(), seq, action, before, after, chain.hash(), hash);
  }

  public String id() {
    return subject + "|" + seq;
  }

  /// Whether the hash is the one that the content and the predecessor give.
  public boolean intact() {
    return hash.equals(hash(subject, seq, action, before, after, previousHash));
  }

  /// Each part is written with its length before it, so that no two records read the same.
  private static String hash(
      String subject, long seq, Action action, String before, String after, String previous) {
    StringBuilder canonical = new StringBuilder();
    for (String part :
        new String[] {
          previous,
          subject,
          Long.toString(seq),
          action.name(),
          action.actor().who(),
          action.actor().from(),
          action.at().toString(),
          before,
          after
        }) {
      canonical.append(part.length()).append(':').append(part).append('\n');
    }
    return sha256(canonical.toString());
  }

  /// Lower-case hexadecimal SHA-256 of the text in UTF-8.
  public static String sha256(String text) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      return HexFormat.of().formatHex(digest.digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException absent) {
      throw new IllegalStateException("every Java platform has SHA-256", absent);
    }
  }
}
