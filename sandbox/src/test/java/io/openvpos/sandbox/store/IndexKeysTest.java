package io.openvpos.sandbox.store;

import static org.assertj.core.api.Assertions.assertThat;

import de.bwaldvogel.mongo.backend.IndexKey;
import de.bwaldvogel.mongo.backend.KeyValue;
import de.bwaldvogel.mongo.backend.Missing;
import de.bwaldvogel.mongo.backend.memory.index.MemoryUniqueIndex;
import de.bwaldvogel.mongo.bson.Document;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.h2.mvstore.MVMap;
import org.h2.mvstore.MVStore;
import org.h2.mvstore.WriteBuffer;
import org.junit.jupiter.api.Test;

/// Keys of indexes: made as the library makes them, and read from pages as they were written.
class IndexKeysTest {

  private static final List<IndexKey> KEYS =
      List.of(new IndexKey("a.b", true), new IndexKey("c", false));

  private final MemoryUniqueIndex library = new MemoryUniqueIndex("library", KEYS, false);
  private final IndexFields fields = new IndexFields(KEYS);

  @Test
  void aKeyOfPlainValuesIsTheLibrarys() {
    for (Object value :
        Arrays.asList(
            "t", 7, 7L, -1L << 40, Instant.ofEpochMilli(1_795_000_000_123L), true, null)) {
      Document document =
          new Document("a", new Document("b", value)).append("c", "ç").append("d", List.of(1));
      assertThat(fields.key(document)).isEqualTo(Optional.of(ofLibrary(document)));
    }
    for (Document document :
        List.of(
            new Document(),
            new Document("a", null).append("c", 1),
            new Document("a", "b"),
            new Document("a", new Document("x", 1)))) {
      assertThat(fields.key(document)).isEqualTo(Optional.of(ofLibrary(document)));
    }
  }

  @Test
  void anyOtherValueIsLeftToTheLibrary() {
    for (Object value : List.of(List.of(1), new Document("x", 1), 1.5, (1L << 53) + 1)) {
      assertThat(fields.key(new Document("a", new Document("b", value)))).isEmpty();
    }
    assertThat(fields.key(new Document("a", List.of(new Document("b", 1))))).isEmpty();
  }

  @Test
  void aKeyIsReadFromAPageAsItWasWritten() {
    for (Object value :
        Arrays.asList(
            "ağ\u0000😀", 1.5, Instant.ofEpochMilli(-1), Missing.getInstance(), null, true, 5L)) {
      KeyValue key = new KeyValue(Arrays.asList(value, "id"));
      WriteBuffer pages = new WriteBuffer();
      BsonPageType.INSTANCE.write(pages, key);
      BsonPageType.INSTANCE.write(pages, "after");
      var read = pages.getBuffer().flip();
      assertThat(BsonPageType.INSTANCE.read(read)).isEqualTo(key);
      assertThat(BsonPageType.INSTANCE.read(read)).isEqualTo("after");
    }
  }

  @Test
  void aSparseIndexHoldsOnlyDocumentsThatHaveTheField() {
    try (MVStore store = MVStore.open(null)) {
      MVMap<KeyValue, Object> map = store.openMap("index");
      var index =
          new DurableSecondaryIndex(map, "left", List.of(new IndexKey("left.on", true)), true);
      Document without = new Document("_id", "1");
      Document cleared = new Document("_id", "2").append("left", new Document("on", null));
      index.add(without, "1");
      index.add(cleared, "2");
      assertThat(index.all()).containsExactly("2");
    }
  }

  private KeyValue ofLibrary(Document document) {
    assertThat(library.getKeyValues(document)).hasSize(1);
    return library.getKeyValues(document).iterator().next();
  }
}
