package io.openvpos.sandbox.verify.checks;

import io.openvpos.sandbox.verify.books.BookedEntry;
import io.openvpos.sandbox.verify.books.BookedHead;
import java.util.List;
import java.util.Optional;

/// Walks along the chain of hashes of one head, computed here from docs/ledger.md alone and not by
/// the ledger's own code.
public final class ChainWalk {

  /// The previous hash of a head's first entry.
  public static final String GENESIS = "0".repeat(64);

  private final BookedHead head;
  private long seq;
  private String hash;
  private long verified;

  /// @param afterSeq the number before the first entry to come, with that entry's hash
  public ChainWalk(BookedHead head, long afterSeq, String hash) {
    this.head = head;
    this.seq = afterSeq;
    this.hash = hash;
  }

  /// The next numbers up to `through`, ordered by number; what is wrong with the first that is.
  public Optional<String> page(List<BookedEntry> entries, long through) {
    for (BookedEntry entry : entries) {
      Optional<String> wrong = fault(entry);
      if (wrong.isPresent()) {
        return wrong;
      }
      seq = entry.seq();
      hash = entry.hash();
      verified++;
    }
    return seq == through ? Optional.empty() : Optional.of("entry " + (seq + 1) + " is missing");
  }

  private Optional<String> fault(BookedEntry entry) {
    long expected = seq + 1;
    if (entry.seq() != expected) {
      return Optional.of("entry " + expected + " is missing");
    }
    if (!entry.previousHash().equals(hash)) {
      return Optional.of("entry " + expected + " does not follow the one before");
    }
    if (!HashChains.hash(entry).equals(entry.hash())) {
      return Optional.of("entry " + expected + " was altered");
    }
    return Optional.empty();
  }

  /// After the last page: whether the chain ends as the head says.
  public Optional<String> end() {
    return hash.equals(head.lastHash())
        ? Optional.empty()
        : Optional.of("the head has another last hash than entry " + seq);
  }

  public long verified() {
    return verified;
  }
}
