package io.openvpos.authorization.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.openvpos.authorization.fakes.MemoryStore;
import io.openvpos.authorization.vault.keys.Envelope;
import io.openvpos.authorization.vault.keys.KeyRing;
import io.openvpos.authorization.vault.keys.TestKeys;
import io.openvpos.authorization.vault.keys.UnreadableCardException;
import io.openvpos.authorization.vault.mongo.MongoVaultRows;
import io.openvpos.money.Mode;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class CardVaultTest {

  private static final Instant NOW = Instant.parse("2026-03-01T10:00:00Z");

  private static final UseReason REASON = UseReason.payment("pay_1");

  private final InMemoryCardUses recorded = new InMemoryCardUses();
  private final InMemoryVaultRows rows = new InMemoryVaultRows();
  private final CardVault vault = vault(TestKeys.keys("k1"), NOW);

  @Test
  void describesWhatMayBeKnown() {
    StoredCard visa = vault.store("mrc_1", Mode.TEST, Cards.card(Cards.VISA));

    assertThat(visa.token()).matches("tok_[0-9a-f]{32}");
    assertThat(visa)
        .usingRecursiveComparison()
        .ignoringFields("token")
        .isEqualTo(
            new StoredCard(
                "",
                "visa",
                "41556501",
                "6111",
                "credit",
                "TR",
                "domestic_credit",
                // The keyed HMAC as another library computes it.
                "028f16807be42fa6f345067104e93ed930fb092e941013ddfaa93f12fe08d39f"));
    assertThat(rows.only().lookups())
        .containsExactly("1:3cf98a3b7b006c173ddc76f32f29a93c2e619c225e38f3f278b10d6d61c32d08");
    assertThat(rows.only().envelope()).doesNotContain(Cards.VISA);
  }

  @Test
  void theSameCardGetsTheSameToken() {
    StoredCard first = vault.store("mrc_1", Mode.TEST, Cards.card(Cards.VISA));
    StoredCard second = vault.store("mrc_1", Mode.TEST, Cards.card(Cards.VISA));

    assertThat(second).isEqualTo(first);
    assertThat(rows.rows).hasSize(1);
  }

  @Test
  void anotherMerchantOrModeGetsAnotherTokenAndTheSameFingerprint() {
    Set<String> tokens = new HashSet<>();
    Set<String> fingerprints = new HashSet<>();

    for (String merchant : new String[] {"mrc_1", "mrc_2"}) {
      for (Mode mode : Mode.values()) {
        StoredCard stored = vault.store(merchant, mode, Cards.card(Cards.VISA));
        tokens.add(stored.token());
        fingerprints.add(stored.fingerprint());
      }
    }

    assertThat(tokens).hasSize(4);
    assertThat(fingerprints).hasSize(1);
  }

  @Test
  void aTokenOpensForItsOwnerOnly() {
    StoredCard stored = vault.store("mrc_1", Mode.TEST, Cards.card(Cards.VISA));

    assertThat(vault.find("mrc_1", Mode.TEST, stored.token(), REASON)).contains(stored);
    assertThat(vault.find("mrc_2", Mode.TEST, stored.token(), REASON)).isEmpty();
    assertThat(vault.find("mrc_1", Mode.LIVE, stored.token(), REASON)).isEmpty();
    assertThat(vault.find("mrc_1", Mode.TEST, "tok_none", REASON)).isEmpty();
    assertThat(vault.stored("mrc_2", Mode.TEST, stored.token(), REASON)).isEmpty();
  }

  @Test
  void revealsWithoutTheSecurityCode() {
    StoredCard stored = vault.store("mrc_1", Mode.TEST, Cards.card(Cards.VISA));

    RevealedCard byToken = vault.stored("mrc_1", Mode.TEST, stored.token(), REASON).orElseThrow();
    RevealedCard fresh = vault.submitted(Cards.card(Cards.VISA));

    assertThat(byToken.pan()).isEqualTo(Cards.VISA);
    assertThat(byToken.expiry()).isEqualTo("3012");
    assertThat(byToken.cvc()).isEmpty();
    assertThat(fresh.cvc()).contains("123");
  }

  @Test
  void renewsTheLastUseAtMostDaily() {
    StoredCard stored = vault.store("mrc_1", Mode.TEST, Cards.card(Cards.VISA));

    vault(TestKeys.keys("k1"), NOW.plus(Duration.ofHours(23)))
        .store("mrc_1", Mode.TEST, Cards.card(Cards.VISA));
    assertThat(rows.only().lastUsed()).isEqualTo(NOW);
    assertThat(rows.only().version()).isZero();

    Instant nextDay = NOW.plus(Duration.ofDays(1));
    assertThat(vault(TestKeys.keys("k1"), nextDay).find("mrc_1", Mode.TEST, stored.token(), REASON))
        .contains(stored);
    assertThat(rows.only().lastUsed()).isEqualTo(nextDay);
    assertThat(rows.only().version()).isEqualTo(1);
  }

  @Test
  void takesOverANewExpiry() {
    StoredCard stored = vault.store("mrc_1", Mode.TEST, Cards.card(Cards.VISA));

    vault.store(
        "mrc_1",
        Mode.TEST,
        new SubmittedCard(new Pan(Cards.VISA), YearMonth.of(2033, 1), null, null));

    assertThat(vault.stored("mrc_1", Mode.TEST, stored.token(), REASON).orElseThrow().expiry())
        .isEqualTo("3301");
  }

  @Test
  void wrapsARowAnewAfterAKeyRotation() {
    StoredCard stored = vault.store("mrc_1", Mode.TEST, Cards.card(Cards.VISA));
    KeyRing rotated = TestKeys.keys("k2", "k2");

    assertThat(vault(rotated, NOW).find("mrc_1", Mode.TEST, stored.token(), REASON))
        .contains(stored);

    assertThat(new Envelope(rotated, new SecureRandom()).isCurrent(rows.only().envelope()))
        .isTrue();
  }

  @Test
  void aRowMovedToAnotherMerchantDoesNotOpen() {
    StoredCard stored = vault.store("mrc_1", Mode.TEST, Cards.card(Cards.VISA));
    VaultRow row = rows.only();
    rows.rows.put(
        row.id(),
        new VaultRow(
            row.id(),
            row.lookups(),
            row.token(),
            "mrc_2",
            row.mode(),
            row.envelope(),
            row.expiry(),
            row.lastUsed(),
            row.version(),
            row.standing()));

    assertThatThrownBy(() -> vault.find("mrc_2", Mode.TEST, stored.token(), REASON))
        .isInstanceOf(UnreadableCardException.class);
  }

  @Test
  void manyAtOnceStoreOneRow() throws InterruptedException, ExecutionException {
    Callable<String> storing =
        () -> vault.store("mrc_1", Mode.TEST, Cards.card(Cards.VISA)).token();
    Set<String> tokens = new HashSet<>();

    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var all = java.util.Collections.nCopies(64, storing);
      for (Future<String> each : threads.invokeAll(all)) {
        tokens.add(each.get());
      }
    }

    assertThat(tokens).hasSize(1);
    assertThat(rows.rows).hasSize(1);
  }

  @Test
  void aRowRemovedUnderALookUpIsStoredAgain() {
    vault.store("mrc_1", Mode.TEST, Cards.card(Cards.VISA));
    Instant later = NOW.plus(Duration.ofDays(600));

    assertThat(rows.removeUnusedSince(later.minus(Duration.ofDays(540)))).isEqualTo(1);
    StoredCard again =
        vault(TestKeys.keys("k1"), later).store("mrc_1", Mode.TEST, Cards.card(Cards.VISA));

    assertThat(vault.find("mrc_1", Mode.TEST, again.token(), REASON)).isPresent();
  }

  @Test
  void identityTellsTheWholeCardButItsSecurityCode() {
    YearMonth expiry = YearMonth.of(2030, 12);
    Pan pan = new Pan(Cards.VISA);
    String identity = vault.identity(new SubmittedCard(pan, expiry, new Cvc("123"), "A B"));

    assertThat(vault.identity(new SubmittedCard(pan, expiry, null, "A B"))).isEqualTo(identity);
    assertThat(
            Set.of(
                identity,
                vault.identity(new SubmittedCard(pan, expiry, null, null)),
                vault.identity(new SubmittedCard(pan, expiry, null, "")),
                vault.identity(new SubmittedCard(pan, expiry.plusMonths(1), null, "A B")),
                vault.identity(new SubmittedCard(new Pan(Cards.MASTERCARD), expiry, null, "A B"))))
        .hasSize(5);
    assertThat(rows.rows).isEmpty();
  }

  @Test
  void aTokenForOnePaymentIsNewEachTimeAndFoundByNobodyElse() {
    StoredCard many = vault.store("mrc_1", Mode.TEST, Cards.card(Cards.VISA));
    StoredCard once = vault.storeOnce("mrc_1", Mode.TEST, Cards.card(Cards.VISA));
    StoredCard again = vault.storeOnce("mrc_1", Mode.TEST, Cards.card(Cards.VISA));

    assertThat(Set.of(many.token(), once.token(), again.token())).hasSize(3);
    assertThat(once.usage()).isEqualTo(TokenUsage.SINGLE_USE);
    assertThat(once.fingerprint()).isEqualTo(many.fingerprint());
    assertThat(vault.find("mrc_1", Mode.TEST, once.token(), REASON)).contains(once);
    assertThat(vault.store("mrc_1", Mode.TEST, Cards.card(Cards.VISA)).token())
        .isEqualTo(many.token());
  }

  @Test
  void onePaymentTakesItAndMayTakeItAgain() {
    String once = vault.storeOnce("mrc_1", Mode.TEST, Cards.card(Cards.VISA)).token();
    String many = vault.store("mrc_1", Mode.TEST, Cards.card(Cards.VISA)).token();

    assertThat(vault.take("mrc_2", Mode.TEST, once, "pay_0")).isFalse();
    assertThat(vault.take("mrc_1", Mode.TEST, once, "pay_1")).isTrue();
    assertThat(vault.take("mrc_1", Mode.TEST, once, "pay_1")).isTrue();
    assertThat(vault.take("mrc_1", Mode.TEST, once, "pay_2")).isFalse();
    assertThat(vault.take("mrc_1", Mode.TEST, many, "pay_1")).isTrue();
    assertThat(vault.take("mrc_1", Mode.TEST, many, "pay_2")).isTrue();
    assertThat(vault.stored("mrc_1", Mode.TEST, once, REASON)).isPresent();
  }

  @Test
  void ofManyPaymentsAtOnceOneTakesIt() throws InterruptedException, ExecutionException {
    try (MemoryStore store = new MemoryStore();
        var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      CardVault stored = vault(MongoVaultRows.in(store.database()), TestKeys.keys("k1"), NOW);
      String once = stored.storeOnce("mrc_1", Mode.TEST, Cards.card(Cards.VISA)).token();
      var payments =
          IntStream.range(0, 64)
              .<Callable<Boolean>>mapToObj(
                  i -> () -> stored.take("mrc_1", Mode.TEST, once, "pay_" + i))
              .toList();
      int taken = 0;

      for (Future<Boolean> each : threads.invokeAll(payments)) {
        taken += each.get() ? 1 : 0;
      }

      assertThat(taken).isEqualTo(1);
    }
  }

  @Test
  void whatIsRemovedPaysNoMoreAndIsStillRefunded() {
    String token = vault.store("mrc_1", Mode.TEST, Cards.card(Cards.VISA)).token();
    vault.remember("mrc_1", Mode.TEST, token, "12345678901234");

    assertThat(vault.remove("mrc_2", Mode.TEST, token)).isFalse();
    assertThat(vault.remove("mrc_1", Mode.LIVE, token)).isFalse();
    assertThat(vault.remove("mrc_1", Mode.TEST, token)).isTrue();
    assertThat(vault.remove("mrc_1", Mode.TEST, token)).isFalse();

    assertThat(vault.find("mrc_1", Mode.TEST, token, REASON)).isEmpty();
    assertThat(vault.stored("mrc_1", Mode.TEST, token, REASON).orElseThrow().pan())
        .isEqualTo(Cards.VISA);
    StoredCard again = vault.store("mrc_1", Mode.TEST, Cards.card(Cards.VISA));
    assertThat(again.token()).isEqualTo(token);
    assertThat(again.networkTransactionId()).isNull();
    assertThat(vault.find("mrc_1", Mode.TEST, token, REASON)).contains(again);
  }

  @Test
  void aPaymentThatEndsAfterTheRemovalLeavesNoNameWithTheToken() {
    String token = vault.store("mrc_1", Mode.TEST, Cards.card(Cards.VISA)).token();
    assertThat(vault.remove("mrc_1", Mode.TEST, token)).isTrue();

    vault.remember("mrc_1", Mode.TEST, token, "12345678901234");

    StoredCard again = vault.store("mrc_1", Mode.TEST, Cards.card(Cards.VISA));
    assertThat(again.networkTransactionId()).isNull();
  }

  @Test
  void aRemovedTokenForOnePaymentIsTakenByNone() {
    String once = vault.storeOnce("mrc_1", Mode.TEST, Cards.card(Cards.VISA)).token();

    assertThat(vault.remove("mrc_1", Mode.TEST, once)).isTrue();

    assertThat(vault.find("mrc_1", Mode.TEST, once, REASON)).isEmpty();
  }

  @Test
  void theFirstPaymentsNameStaysWithTheToken() {
    String token = vault.store("mrc_1", Mode.TEST, Cards.card(Cards.VISA)).token();

    vault.remember("mrc_1", Mode.TEST, token, "12345678901234");
    vault.remember("mrc_1", Mode.TEST, token, "99999999999999");

    assertThat(vault.find("mrc_1", Mode.TEST, token, REASON).orElseThrow().networkTransactionId())
        .isEqualTo("12345678901234");
  }

  @Test
  void everyReadingIsRecordedBeforeAndNoStoring() {
    StoredCard stored = vault.store("mrc_1", Mode.TEST, Cards.card(Cards.VISA));
    vault.store("mrc_1", Mode.TEST, Cards.card(Cards.VISA));
    vault.submitted(Cards.card(Cards.VISA));
    vault.find("mrc_2", Mode.TEST, stored.token(), REASON);
    assertThat(recorded.all).isEmpty();

    vault.find("mrc_1", Mode.TEST, stored.token(), REASON);
    vault.stored("mrc_1", Mode.TEST, stored.token(), UseReason.reversal("RRN000000001"));

    assertThat(recorded.all)
        .extracting(CardUse::at, CardUse::merchantId, CardUse::token, CardUse::purpose)
        .containsExactly(
            tuple(NOW, "mrc_1", stored.token(), "payment"),
            tuple(NOW, "mrc_1", stored.token(), "reversal"));
    assertThat(recorded.all)
        .extracting(CardUse::reference)
        .containsExactly("pay_1", "RRN000000001");
    assertThat(recorded.all.toString()).doesNotContain(Cards.VISA);
  }

  @Test
  void whatCannotBeRecordedIsNotRead() {
    StoredCard stored = vault.store("mrc_1", Mode.TEST, Cards.card(Cards.VISA));
    recorded.away = true;

    assertThatThrownBy(() -> vault.find("mrc_1", Mode.TEST, stored.token(), REASON))
        .isInstanceOf(VaultUnavailableException.class);
    assertThatThrownBy(() -> vault.stored("mrc_1", Mode.TEST, stored.token(), REASON))
        .isInstanceOf(VaultUnavailableException.class);
  }

  private CardVault vault(KeyRing keys, Instant now) {
    return vault(rows, keys, now);
  }

  private CardVault vault(VaultRows kept, KeyRing keys, Instant now) {
    return new CardVault(
        kept,
        keys,
        BinTable.bundled(),
        recorded.uses(),
        new SecureRandom(),
        Clock.fixed(now, ZoneOffset.UTC));
  }
}
