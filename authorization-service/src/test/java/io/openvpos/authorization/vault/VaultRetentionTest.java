package io.openvpos.authorization.vault;

import static org.assertj.core.api.Assertions.assertThat;

import io.openvpos.authorization.fakes.MemoryStore;
import io.openvpos.authorization.vault.mongo.MongoCardUses;
import io.openvpos.authorization.vault.mongo.MongoUseSeals;
import io.openvpos.authorization.vault.mongo.MongoVaultRows;
import io.openvpos.money.Mode;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;

/// PCI DSS 3.2.1: what nobody used for the retention time is gone from the store.
class VaultRetentionTest {

  private static final Instant NOW = Instant.parse("2026-11-27T09:00:00Z");
  private static final Duration RETENTION = Duration.ofDays(30);
  private static final VaultSettings SETTINGS =
      new VaultSettings(
          null, false, "keys", null, RETENTION, Duration.ofDays(1), Duration.ofDays(400));

  @Test
  void onlyCardsThatNobodyUsedForTheTimeAreRemoved() {
    try (MemoryStore store = new MemoryStore();
        VaultRetention retention = retention(store)) {
      VaultRows rows = MongoVaultRows.in(store.database());
      rows.insert(row("old", NOW.minus(RETENTION).minusMillis(1)));
      rows.insert(row("just", NOW.minus(RETENTION)));
      rows.insert(row("new", NOW));

      retention.removeUnused();

      assertThat(rows.find("1:old")).isEmpty();
      assertThat(rows.findByToken("tok_old")).isEmpty();
      assertThat(rows.find("1:just")).isPresent();
      assertThat(rows.find("1:new")).isPresent();
    }
  }

  @Test
  void aTokenThatNoPaymentTookLivesShorter() {
    try (MemoryStore store = new MemoryStore();
        VaultRetention retention = retention(store)) {
      VaultRows rows = MongoVaultRows.in(store.database());
      Instant last = NOW.minus(SETTINGS.untakenLife());
      rows.insert(once("untaken", last.minusMillis(1)));
      rows.insert(once("just", last));
      rows.insert(once("taken", last.minusMillis(1)));
      VaultRow taken = rows.findByToken("tok_taken").orElseThrow();
      assertThat(rows.stand(taken.standing(taken.standing().takenBy("pay_1")))).isTrue();
      rows.insert(row("kept", last.minusMillis(1)));

      retention.removeUnused();

      assertThat(rows.after("", 10))
          .extracting(VaultRow::token)
          .containsExactly("tok_just", "tok_kept", "tok_taken");
    }
  }

  @Test
  void recordsOfUsesAreKeptForTheirTime() {
    try (MemoryStore store = new MemoryStore();
        VaultRetention retention = retention(store)) {
      CardUseRows uses = MongoCardUses.in(store.database());
      Instant last = NOW.minus(SETTINGS.keepUses());
      uses.insert(
          List.of(use(last.minus(UseChain.LONGEST), "tok_1"), use(last.plusMillis(1), "tok_2")));
      UseChain chain = chain(store);
      assertThat(chain.sealNext()).isTrue();
      assertThat(chain.sealNext()).isTrue();

      retention.removeUnused();

      assertThat(uses.list(new CardUseRows.Question(null, null, null, 10)))
          .extracting(CardUse::token)
          .containsExactly("tok_2");
    }
  }

  private static CardUse use(Instant at, String token) {
    return new CardUse(CardUse.firstId(at) + "_0", at, "m_1", Mode.TEST, token, "payment", "pay_1");
  }

  private static VaultRetention retention(MemoryStore store) {
    return new VaultRetention(
        MongoVaultRows.in(store.database()),
        chain(store),
        SETTINGS,
        Clock.fixed(NOW, ZoneOffset.UTC));
  }

  private static UseChain chain(MemoryStore store) {
    return new UseChain(
        MongoCardUses.in(store.database()),
        MongoUseSeals.in(store.database()),
        SETTINGS.keepUses(),
        Clock.fixed(NOW, ZoneOffset.UTC));
  }

  private static VaultRow row(String id, Instant lastUsed) {
    return row(id, lastUsed, TokenUsage.MULTI_USE);
  }

  private static VaultRow once(String id, Instant lastUsed) {
    return row(id, lastUsed, TokenUsage.SINGLE_USE);
  }

  private static VaultRow row(String id, Instant lastUsed, TokenUsage usage) {
    return new VaultRow(
        "tok_" + id,
        List.of("1:" + id),
        "tok_" + id,
        "m_1",
        Mode.TEST,
        "sealed",
        "3012",
        lastUsed,
        0,
        VaultRow.Standing.of(usage));
  }
}
