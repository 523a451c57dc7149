package io.openvpos.merchant.ledger.domain.journal;

import org.jspecify.annotations.Nullable;

/// Walks along a head's chain of hashes, entry by entry, and remembers the first place where it
/// does not hold. Numbers must follow each other without a gap, each entry must name the hash
/// before it, and its own must be the one that its content gives.
public final class ChainCheck {

  /// Why the chain does not hold at an entry.
  public enum Fault {
    /// There is no entry of that number.
    MISSING,
    /// It names another hash than that of the entry before.
    NOT_LINKED,
    /// Its content gives another hash than it has.
    ALTERED,
    /// The last entry's hash is not the one that the head keeps.
    HEAD_DIFFERS
  }

  /// The first number at which it does not hold.
  public record Break(long seq, Fault fault) {}

  private long seq;
  private String hash;
  private long verified;
  private @Nullable Break broken;

  /// @param afterSeq the number before the first entry to come
  /// @param hash that entry's; [HashChain#GENESIS] before the first
  public ChainCheck(long afterSeq, String hash) {
    this.seq = afterSeq;
    this.hash = hash;
  }

  /// The next entry as stored. Nothing is looked at behind a break.
  public void next(JournalEntry entry) {
    if (broken != null) {
      return;
    }
    long expected = seq + 1;
    if (entry.seq() != expected) {
      broken = new Break(expected, Fault.MISSING);
    } else if (!entry.previousHash().equals(hash)) {
      broken = new Break(expected, Fault.NOT_LINKED);
    } else if (!entry.intact()) {
      broken = new Break(expected, Fault.ALTERED);
    } else {
      seq = expected;
      hash = entry.hash();
      verified++;
    }
  }

  /// Nothing comes any more before this number, which the head counts.
  public void end(long headSeq, String headHash) {
    if (broken != null) {
      return;
    }
    if (seq < headSeq) {
      broken = new Break(seq + 1, Fault.MISSING);
    } else if (!hash.equals(headHash)) {
      broken = new Break(seq, Fault.HEAD_DIFFERS);
    }
  }

  /// The last number that was found right, or that the walk began after.
  public long seq() {
    return seq;
  }

  public String hash() {
    return hash;
  }

  public long verified() {
    return verified;
  }

  public @Nullable Break broken() {
    return broken;
  }
}
