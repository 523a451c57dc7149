package io.openvpos.sandbox.verify;

import com.mongodb.reactivestreams.client.MongoClient;
import com.mongodb.reactivestreams.client.MongoClients;
import com.mongodb.reactivestreams.client.MongoDatabase;
import io.openvpos.messaging.mongo.Documents;
import io.openvpos.sandbox.verify.books.BookedEntry;
import io.openvpos.sandbox.verify.books.BookedHead;
import io.openvpos.sandbox.verify.books.MerchantReading;
import io.openvpos.sandbox.verify.checks.ChainWalk;
import java.io.PrintStream;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/// Verifies the hash chains of the heads in a store, one head after another; the platform may go on
/// meanwhile.
public final class LedgerChains implements AutoCloseable {

  private static final int PAGE = 500;

  private final MongoClient client;
  private final Documents heads;
  private final Documents entries;
  private long verified;

  public LedgerChains(String mongoUri) {
    client = MongoClients.create(mongoUri);
    MongoDatabase database = client.getDatabase(MerchantReading.DATABASE);
    heads = Documents.plain(database, "heads");
    entries = Documents.plain(database, "entries");
  }

  /// Prints each chain that does not hold and a summary; true if all do.
  ///
  /// @param only a head's id, `merchant|mode|currency`; null for every head
  /// @param afterSeq where to begin, 0 for the beginning
  public boolean print(@Nullable String only, long afterSeq, PrintStream out) {
    Map<String, String> broken = verify(only, afterSeq);
    broken.forEach((head, fault) -> out.printf("FAIL  %s: %s%n", head, fault));
    out.printf(
        Locale.ROOT,
        "%-5s %,d entries verified, %d chains broken%n",
        broken.isEmpty() ? "ok" : "FAIL",
        verified,
        broken.size());
    out.flush();
    return broken.isEmpty();
  }

  /// What is wrong, by head; nothing where all is right.
  public Map<String, String> verify(@Nullable String only, long afterSeq) {
    verified = 0;
    Map<String, String> broken = new TreeMap<>();
    Document filter = only == null ? new Document() : new Document("_id", only);
    List<Document> found = heads.findMany(filter, new Document("_id", 1), 0);
    if (found.isEmpty() && only != null) {
      broken.put(only, "there is no such head");
    }
    for (Document head : found) {
      fault(head, afterSeq).ifPresent(fault -> broken.put(head.getString("_id"), fault));
    }
    return broken;
  }

  private Optional<String> fault(Document stored, long afterSeq) {
    BookedHead head = MerchantReading.head(stored);
    Map<Long, BookedEntry> pending =
        stored.getList("pending", Document.class, List.of()).stream()
            .map(MerchantReading::entry)
            .collect(Collectors.toMap(BookedEntry::seq, entry -> entry));
    if (afterSeq > head.seq()) {
      return Optional.empty();
    }
    String before = ChainWalk.GENESIS;
    if (afterSeq > 0) {
      List<BookedEntry> one = page(head, pending, afterSeq - 1, afterSeq);
      if (one.isEmpty()) {
        return Optional.of("entry " + afterSeq + " is missing");
      }
      before = one.getFirst().hash();
    }
    ChainWalk walk = new ChainWalk(head, afterSeq, before);
    Optional<String> fault = Optional.empty();
    for (long after = afterSeq; after < head.seq() && fault.isEmpty(); after += PAGE) {
      long through = Math.min(head.seq(), after + PAGE);
      fault = walk.page(page(head, pending, after, through), through);
    }
    verified += walk.verified();
    return fault.or(walk::end);
  }

  private List<BookedEntry> page(
      BookedHead head, Map<Long, BookedEntry> pending, long after, long through) {
    List<Long> wanted = LongStream.rangeClosed(after + 1, through).boxed().toList();
    Map<Long, BookedEntry> found = new TreeMap<>();
    pending.forEach((seq, entry) -> {
      if (seq > after && seq <= through) {
        found.put(seq, entry);
      }
    });
    entries
        .findMany(
            new Document("head", head.id()).append("seq", new Document("$in", wanted)),
            new Document("seq", 1),
            0)
        .stream()
        .map(MerchantReading::entry)
        .forEach(entry -> found.put(entry.seq(), entry));
    return found.values().stream().sorted(Comparator.comparingLong(BookedEntry::seq)).toList();
  }

  @Override
  public void close() {
    client.close();
  }
}
