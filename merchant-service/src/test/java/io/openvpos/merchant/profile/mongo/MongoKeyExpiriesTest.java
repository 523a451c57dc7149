package io.openvpos.merchant.profile.mongo;

import static org.assertj.core.api.Assertions.assertThat;

import io.openvpos.merchant.fakes.MemoryStore;
import io.openvpos.merchant.profile.KeyExpiries.Due;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class MongoKeyExpiriesTest {

  private static final Instant NOON = Instant.parse("2026-11-26T09:00:00Z");

  private final MemoryStore store = new MemoryStore();
  private final MongoKeyExpiries expiries = new MongoKeyExpiries(store.database());

  @AfterEach
  void close() {
    store.close();
  }

  @Test
  void aKeyIsDueFromItsTimeOnAndGoneWhenDone() {
    expiries.set("mer_1", "key_1", NOON);
    expiries.set("mer_2", "key_2", NOON.plusSeconds(1));

    assertThat(expiries.due(NOON.minusMillis(1))).isEmpty();
    assertThat(expiries.due(NOON)).containsExactly(new Due("mer_1", "key_1"));
    assertThat(expiries.due(NOON.plusSeconds(1)))
        .containsExactly(new Due("mer_1", "key_1"), new Due("mer_2", "key_2"));
    expiries.done("key_1");
    expiries.done("key_1");
    assertThat(expiries.due(NOON.plusSeconds(1))).containsExactly(new Due("mer_2", "key_2"));
  }

  @Test
  void whoeverRollsAKeyAgainNeverMakesItLastLonger() {
    expiries.set("mer_1", "key_1", NOON);
    expiries.set("mer_1", "key_1", NOON.plusSeconds(60));
    assertThat(expiries.of("mer_1")).isEqualTo(Map.of("key_1", NOON));

    expiries.set("mer_1", "key_1", NOON.minusSeconds(60));
    assertThat(expiries.of("mer_1")).isEqualTo(Map.of("key_1", NOON.minusSeconds(60)));
  }

  @Test
  void aMerchantSeesTheOwnKeysOnly() {
    expiries.set("mer_1", "key_1", NOON);
    expiries.set("mer_2", "key_2", NOON);

    assertThat(expiries.of("mer_1")).containsOnlyKeys("key_1");
    assertThat(expiries.of("mer_3")).isEmpty();
  }

  @Test
  void timesAreOrderedWhateverTheirFractionOfASecond() {
    expiries.set("mer_1", "key_1", NOON);
    expiries.set("mer_1", "key_2", NOON.plusMillis(500));
    expiries.set("mer_1", "key_3", NOON.plusNanos(1));

    assertThat(expiries.due(NOON)).containsExactly(new Due("mer_1", "key_1"));
    assertThat(expiries.due(NOON.plusNanos(1)))
        .containsExactly(new Due("mer_1", "key_1"), new Due("mer_1", "key_3"));
    assertThat(expiries.due(NOON.plusMillis(400))).hasSize(2);
    assertThat(expiries.due(NOON.plusMillis(500))).hasSize(3);
  }
}
