package io.openvpos.merchant.ledger.mongo;

import static org.assertj.core.api.Assertions.assertThat;

import io.openvpos.merchant.fakes.MemoryStore;
import org.junit.jupiter.api.Test;

class MongoEntriesTest {

  @Test
  void nothingButTheIdIsUniqueSoThatTheCollectionCanBeSharded() {
    try (MemoryStore store = new MemoryStore()) {
      new MongoEntries(store.database());

      assertThat(store.uniqueKeys("entries"))
          .allMatch(key -> key.keySet().iterator().next().equals("_id"));
    }
  }
}
