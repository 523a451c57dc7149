package io.openvpos.sandbox.verify.checks;

import io.openvpos.sandbox.verify.books.BookedEntry;
import io.openvpos.sandbox.verify.books.BookedEntry.Posting;
import io.openvpos.sandbox.verify.books.BookedHead;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/// 6. Each entry's hash is computed from its own content and the whole previous hash it names;
///    between entries only the first 64 bits of the hashes are kept to link them.
final class HashChains extends Check {

  private static final String GENESIS = "0".repeat(64);

  private record Link(long previous, long own) {}

  private static final class Chain {
    private final Map<Long, Link> links = new HashMap<>();
    private final Map<String, Long> balances = new TreeMap<>();
    private long paidOut;
  }

  private final Map<String, Chain> chains = new TreeMap<>();
  private final Map<String, BookedHead> heads = new TreeMap<>();
  private long entries;

  HashChains() {
    super(6, "heads gapless, balances the entries' fold, hashes chained");
  }

  @Override
  void entry(BookedEntry entry) {
    entries++;
    Chain chain = chains.computeIfAbsent(entry.head(), _ -> new Chain());
    Link link = new Link(bits(entry.previousHash()), bits(entry.hash()));
    expect(
        chain.links.put(entry.seq(), link) == null,
        "two entries of " + entry.head() + " have the number " + entry.seq());
    expect(
        hash(entry).equals(entry.hash()),
        "entry " + entry.seq() + " of " + entry.head() + " has another hash than its content");
    expect(
        entry.id().equals(entry.head() + "|" + entry.eventId()),
        "entry " + entry.id() + " is of event " + entry.eventId());
    for (Posting posting : entry.postings()) {
      chain.balances.merge(posting.account(), posting.amount(), Math::addExact);
    }
    chain.paidOut += entry.paidOut();
  }

  @Override
  void head(BookedHead head) {
    heads.put(head.id(), head);
  }

  /// As docs/ledger.md defines it: sequence, event id, business day, contract version (`-` if none)
  /// and each posting in order, a line each, behind the previous hash.
  static String hash(BookedEntry entry) {
    StringBuilder text = new StringBuilder(entry.previousHash()).append('\n');
    text.append(entry.seq()).append('\n');
    text.append(entry.eventId()).append('\n');
    text.append(entry.salesDay()).append('\n');
    text.append(Objects.toString(entry.contractVersion(), "-")).append('\n');
    for (Posting posting : entry.postings()) {
      text.append(posting.account()).append(' ').append(posting.amount()).append('\n');
    }
    return new Sha256().add(text.toString()).hex();
  }

  @Override
  String judge() {
    chains.forEach((id, chain) -> {
      BookedHead head = heads.get(id);
      if (head == null) {
        fault("entries of " + id + " have no head");
      } else {
        compare(head, chain);
      }
    });
    heads.values().stream()
        .filter(head -> !chains.containsKey(head.id()))
        .forEach(head -> compare(head, new Chain()));
    return "%d entries in %d heads".formatted(entries, heads.size());
  }

  private void compare(BookedHead head, Chain chain) {
    expect(
        head.seq() == chain.links.size(),
        "head %s counts %d entries, there are %d"
            .formatted(head.id(), head.seq(), chain.links.size()));
    long previous = bits(GENESIS);
    for (long seq = 1; seq <= chain.links.size(); seq++) {
      Link link = chain.links.get(seq);
      if (link == null) {
        fault("head " + head.id() + " has no entry " + seq);
        return;
      }
      expect(
          link.previous() == previous,
          "entry %d of %s does not follow the one before".formatted(seq, head.id()));
      previous = link.own();
    }
    expect(bits(head.lastHash()) == previous, "head " + head.id() + " has another last hash");
    Map<String, Long> stored = new TreeMap<>(head.balances());
    stored.values().removeIf(amount -> amount == 0);
    chain.balances.values().removeIf(amount -> amount == 0);
    expect(
        stored.equals(chain.balances),
        "head %s has %s, its entries give %s".formatted(head.id(), stored, chain.balances));
    expect(
        head.paidOut() == chain.paidOut,
        "head %s has paid out %d, its entries give %d"
            .formatted(head.id(), head.paidOut(), chain.paidOut));
  }

  private static long bits(String hash) {
    return hash.length() == GENESIS.length() ? Long.parseUnsignedLong(hash, 0, 16, 16) : -1;
  }
}
