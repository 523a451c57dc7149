package io.openvpos.merchant.ledger.domain.journal;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/// The canonical bytes of an entry and the chain of hashes over them, as docs/ledger.md defines
/// them. They cover what was booked, never how it is stored.
public final class HashChain {

  /// The previous hash of a head's first entry.
  public static final String GENESIS = "0".repeat(64);

  private HashChain() {}

  static String next(String previousHash, long seq, EntryDraft draft) {
    MessageDigest digest = sha256();
    digest.update((previousHash + "\n").getBytes(StandardCharsets.US_ASCII));
    digest.update(canonical(seq, draft));
    return HexFormat.of().formatHex(digest.digest());
  }

  /// ASCII lines, each ended by a line feed: sequence, event id, business day, contract version
  /// (`-` if none), then `account amount` for each posting in order.
  static byte[] canonical(long seq, EntryDraft draft) {
    StringBuilder lines = new StringBuilder();
    lines.append(seq).append('\n');
    lines.append(draft.eventId()).append('\n');
    lines.append(draft.salesDay()).append('\n');
    Integer version = draft.contractVersion();
    lines.append(version == null ? "-" : version.toString()).append('\n');
    for (Posting posting : draft.postings()) {
      lines.append(posting.account().code()).append(' ').append(posting.amount()).append('\n');
    }
    return lines.toString().getBytes(StandardCharsets.US_ASCII);
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException absent) {
      throw new IllegalStateException("every Java platform has SHA-256", absent);
    }
  }
}
