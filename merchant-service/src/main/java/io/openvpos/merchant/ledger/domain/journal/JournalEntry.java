package io.openvpos.merchant.ledger.domain.journal;

/// A balanced entry with its place in the head's order and in the hash chain.
///
/// @param seq gapless within the head, from 1
/// @param hash over the previous hash and the canonical entry, lower-case hexadecimal
public record JournalEntry(EntryDraft draft, long seq, String previousHash, String hash) {

  /// The entry that follows one of the given hash. Its own hash is computed here and nowhere else.
  static JournalEntry following(EntryDraft draft, long seq, String previousHash) {
    return new JournalEntry(draft, seq, previousHash, HashChain.next(previousHash, seq, draft));
  }

  public String id() {
    return draft.id();
  }

  /// Whether the hash is the one that its content and predecessor give.
  public boolean intact() {
    return hash.equals(HashChain.next(previousHash, seq, draft));
  }
}
