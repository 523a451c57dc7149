package io.openvpos.settlement.batch.mongo;

import static org.assertj.core.api.Assertions.assertThat;

import io.openvpos.messaging.mongo.Documents;
import io.openvpos.settlement.batch.domain.Line;
import io.openvpos.settlement.fakes.Lines;
import io.openvpos.settlement.fakes.MemoryStore;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.LongStream;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class MongoLineStoreTest {

  private static final LocalDate DAY = LocalDate.parse("2026-11-23");

  private final MemoryStore memory = new MemoryStore();
  private final Documents documents = memory.plain("line_pages");
  private final MongoLineStore store = new MongoLineStore(documents);

  @AfterEach
  void close() {
    memory.close();
  }

  @Test
  void aLineIsReadAsItWasStored() {
    Line line = line(7);

    store.insertMissing(List.of(line));

    assertThat(store.find(line.batchId(), 7)).contains(line);
    assertThat(store.find(line.batchId(), 8)).isEmpty();
    assertThat(store.batchesOf(line.salesDay())).containsExactly(line.batchId());
    assertThat(store.batchesOf(line.salesDay().plusDays(1))).isEmpty();
  }

  /// Pages that were stored before there were blocks have each line as a document.
  @Test
  void aPageFromBeforeBlocksIsReadBesideNewOnes() {
    List<Line> lines = lines(1, 30);
    Document old = LinePage.write(lines.subList(0, 20));
    old.remove("block");
    old.append("lines", lines.subList(0, 20).stream().map(MongoLineStoreTest::element).toList());
    documents.insert(old);
    store.insertMissing(lines.subList(10, 30));

    assertThat(all(lines)).containsExactlyElementsOf(lines);
    assertThat(StoredLines.of(old)).hasSize(20).allMatch(line -> line.containsKey("batch_id"));
  }

  private static Document element(Line line) {
    Document element = LineDocument.write(line);
    List.of("_id", "head", "batch_id", "sales_day").forEach(element::remove);
    return element;
  }

  @Test
  void nothingIsReadOfNoBatch() {
    store.insertMissing(List.of());

    assertThat(store.ofBatch("2026-11-23.mer_none.test.TRY")).isExhausted();
  }

  /// The ledger's relay sends a record again when it was not told that it had arrived; the broker
  /// then gives it another time.
  @Test
  void aLineThatTheRelaySentTwiceAtOnceIsOneLine() {
    List<Line> lines = lines(1, 3);
    Line second = lines.get(1);
    List<Line> read = new ArrayList<>(lines);
    read.add(Lines.known(second, Instant.parse("2026-11-23T12:00:07Z")));

    store.insertMissing(read);

    assertThat(all(lines)).containsExactlyElementsOf(lines);
  }

  /// Copies that were read apart lie in two pages: of these too, the first time counts.
  @Test
  void aLineThatCameTwiceWasKnownWhenItCameFirst() {
    Line line = lines(1, 1).getFirst();
    Line first = Lines.known(line, Instant.parse("2026-11-23T12:00:01Z"));
    Line again = Lines.known(line, Instant.parse("2026-11-23T12:00:07Z"));
    List<Line> next = lines(2, 3);

    store.insertMissing(List.of(again, next.getFirst()));
    store.insertMissing(List.of(first));
    store.insertMissing(next);

    assertThat(all(lines(1, 3))).containsExactly(first, next.getFirst(), next.getLast());
  }

  @Test
  void aPageThatComesAgainIsOnePage() {
    List<Line> lines = lines(1, 50);

    store.insertMissing(lines);
    store.insertMissing(lines.reversed());

    assertThat(documents.findMany(new Document(), new Document(), 0)).hasSize(1);
    assertThat(all(lines)).containsExactlyElementsOf(lines);
  }

  @Test
  void aPageWithMoreAtItsEndDoesNotHideWhatIsNew() {
    store.insertMissing(lines(1, 10));
    store.insertMissing(lines(1, 50));

    assertThat(all(lines(1, 50))).containsExactlyElementsOf(lines(1, 50));
  }

  /// Goal: whatever pieces of the log come, and come again, each line is read once, in the order of
  /// the ledger. Method: random pieces of 2,000 lines until all have come, in random order.
  @Test
  void piecesThatOverlapGiveEachLineOnceInTheOrderOfTheLedger() {
    long seed = Long.getLong("seed", 20_261_127);
    System.out.println("seed " + seed);
    Random random = new Random(seed);
    List<Line> lines = lines(1, 2_000);
    List<List<Line>> pieces = new ArrayList<>();
    for (int from = 0; from < lines.size(); from += 1 + random.nextInt(40)) {
      int begin = Math.max(0, from - random.nextInt(60));
      pieces.add(lines.subList(begin, Math.min(lines.size(), from + 40)));
    }
    Collections.shuffle(pieces, random);

    pieces.forEach(store::insertMissing);

    assertThat(all(lines)).containsExactlyElementsOf(lines);
  }

  @Test
  void theHashesOfWhatIsStoredAreFound() {
    store.insertMissing(lines(10, 20));

    Map<String, String> hashes = store.hashes(lines(15, 25));

    assertThat(hashes).hasSize(6);
    lines(15, 20).forEach(line -> assertThat(hashes).containsEntry(line.id(), line.hash()));
  }

  private List<Line> all(List<Line> lines) {
    List<Line> found = new ArrayList<>();
    Iterator<Line> read = store.ofBatch(lines.getFirst().batchId());
    read.forEachRemaining(found::add);
    return found;
  }

  private static List<Line> lines(long from, long to) {
    return LongStream.rangeClosed(from, to).mapToObj(MongoLineStoreTest::line).toList();
  }

  private static Line line(long seq) {
    return Lines.capture(Lines.HEAD, seq, DAY, 100 * seq, 1);
  }
}
