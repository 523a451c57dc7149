package io.openvpos.authorization.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.openvpos.authorization.fakes.MemoryStore;
import io.openvpos.authorization.vault.KeyRotation.Progress;
import io.openvpos.authorization.vault.keys.Envelope;
import io.openvpos.authorization.vault.keys.Hsm;
import io.openvpos.authorization.vault.keys.KeyProvider;
import io.openvpos.authorization.vault.keys.KeyRing;
import io.openvpos.authorization.vault.keys.KeystoreHsm;
import io.openvpos.authorization.vault.keys.TestKeys;
import io.openvpos.authorization.vault.mongo.MongoVaultRows;
import io.openvpos.messaging.mongo.Documents;
import io.openvpos.money.Mode;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// Keys are exchanged while payments use the cards: no card gets two tokens, and none is unreadable
/// at any moment. Over a store on the real wire protocol.
class KeyRotationTest {

  private static final int CARDS = 60;
  private static final Instant NOW = Instant.parse("2026-11-27T09:00:00Z");
  private static final UseReason REASON = UseReason.payment("pay_1");
  private static final String MERCHANT = "mrc_1";

  /// Before, between and after: each is also what an instance may still run with.
  private static final KeyRing FORMER = TestKeys.withLookups(TestKeys.keys("k1", "k2"), 1);

  private static final KeyRing BOTH = TestKeys.withLookups(TestKeys.keys("k2", "k2"), 1, 2);
  private static final KeyRing LATTER =
      TestKeys.without(TestKeys.withLookups(TestKeys.keys("k2", "k2"), 2), "k1");

  private final InMemoryCardUses recorded = new InMemoryCardUses();
  private final MemoryStore store = new MemoryStore();
  private final VaultRows rows = MongoVaultRows.in(store.database());

  @AfterEach
  void close() {
    store.close();
  }

  /// From a file to another of its keys, and from a file into an HSM.
  static Stream<Arguments> exchanges() {
    String file = "kek.k1=%s;fingerprint=%s;identity=%s;".formatted(key(1), key(3), key(4));
    String inFile = "lookup=%s;".formatted(key(2));
    String inHsm = "kek.k2=hsm:kek;";
    String foundByHsm = "lookup.2=hsm:lookup;";
    Hsm hsm =
        new Hsm(
            new KeystoreHsm()
                .with("kek", "AES", Base64.getDecoder().decode(key(5)))
                .with("lookup", "HmacSHA256", Base64.getDecoder().decode(key(6))),
            Clock.systemUTC());
    return Stream.of(
        Arguments.of(FORMER, BOTH, LATTER),
        Arguments.of(
            KeyProvider.ofText("active=k1;" + file + inFile + inHsm, "test", hsm).load(),
            KeyProvider.ofText("active=k2;" + file + inFile + inHsm + foundByHsm, "test", hsm)
                .load(),
            KeyProvider.ofText(
                    "active=k2;" + file.replaceAll("kek.k1=[^;]*;", "") + inHsm + foundByHsm,
                    "test",
                    hsm)
                .load()));
  }

  @ParameterizedTest
  @MethodSource("exchanges")
  void killedAndBegunAgainAmongPaymentsItLeavesOneTokenForEachCard(
      KeyRing former, KeyRing both, KeyRing last) throws Exception {
    Map<Integer, String> tokens = stored(vault(former), CARDS / 2);
    AtomicBoolean over = new AtomicBoolean();
    Map<Integer, Set<String>> seen = new ConcurrentHashMap<>();
    CountDownLatch everyCardOnce = new CountDownLatch(2);
    List<Future<?>> shops = new ArrayList<>();
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (KeyRing ring : List.of(former, both)) {
        shops.add(threads.submit(() -> pays(vault(ring), seen, everyCardOnce, over)));
      }
      assertThatThrownBy(() -> rotation(new KilledRows(rows, 20), both).run(told -> {}))
          .isInstanceOf(Killed.class);
      Future<Progress> second = threads.submit(() -> rotation(rows, both).run(told -> {}));
      rotation(rows, both).run(told -> {});
      second.get();
      everyCardOnce.await();
      over.set(true);
      for (Future<?> shop : shops) {
        shop.get();
      }
    }

    // The last instance with former keys has ended.
    assertThat(rotation(rows, both).run(told -> {}).complete()).isTrue();
    assertThat(seen).hasSize(CARDS).allSatisfy((card, each) -> assertThat(each).hasSize(1));
    assertThat(tokens).allSatisfy((card, token) -> assertThat(seen.get(card)).contains(token));
    CardVault latter = vault(last);
    seen.forEach((card, token) -> {
      assertThat(latter.store(MERCHANT, Mode.TEST, card(card)).token()).isIn(token);
      assertThat(latter.stored(MERCHANT, Mode.TEST, token.iterator().next(), REASON)).isPresent();
    });
  }

  @Test
  void takesFormerNamesAwayAndTellsHowFarItIs() {
    Map<Integer, String> tokens = stored(vault(FORMER), 3);

    Progress progress = rotation(rows, BOTH).run(told -> {});
    assertThat(progress).isEqualTo(new Progress(3, 3, 0, 0, true));
    assertThat(rotation(rows, BOTH).run(told -> {})).isEqualTo(new Progress(3, 0, 0, 0, true));
    assertThat(recorded.all)
        .extracting(CardUse::purpose, CardUse::reference, CardUse::token)
        .containsExactlyInAnyOrder(
            tuple("key_rotation", "rotate-keys", tokens.get(0)),
            tuple("key_rotation", "rotate-keys", tokens.get(1)),
            tuple("key_rotation", "rotate-keys", tokens.get(2)));
    assertThat(rotation(rows, LATTER).run(told -> {}).renewed()).isEqualTo(3);

    List<VaultRow> all = rows.after("", 10);
    assertThat(all)
        .hasSize(3)
        .allSatisfy(row -> {
          assertThat(row.lookups()).singleElement().asString().startsWith("2:");
          assertThat(row.lastUsed()).isEqualTo(NOW);
          assertThat(new Envelope(LATTER, new SecureRandom()).isCurrent(row.envelope())).isTrue();
        });
    assertThat(tokens.values())
        .containsExactlyInAnyOrderElementsOf(all.stream().map(VaultRow::token).toList());
  }

  @Test
  void tokensForOnePaymentAreWrappedAnewAndStayWhatTheyAre() {
    CardVault former = vault(FORMER);
    String once = former.storeOnce(MERCHANT, Mode.TEST, card(1)).token();
    String other = former.storeOnce(MERCHANT, Mode.TEST, card(1)).token();
    former.take(MERCHANT, Mode.TEST, once, "pay_1");
    String gone = former.store(MERCHANT, Mode.TEST, card(2)).token();
    former.remove(MERCHANT, Mode.TEST, gone);

    assertThat(rotation(rows, BOTH).run(told -> {})).isEqualTo(new Progress(3, 3, 0, 0, true));

    CardVault latter = vault(LATTER);
    assertThat(latter.stored(MERCHANT, Mode.TEST, once, REASON)).isPresent();
    assertThat(latter.take(MERCHANT, Mode.TEST, once, "pay_2")).isFalse();
    assertThat(latter.take(MERCHANT, Mode.TEST, other, "pay_2")).isTrue();
    assertThat(latter.find(MERCHANT, Mode.TEST, gone, REASON)).isEmpty();
    assertThat(latter.store(MERCHANT, Mode.TEST, card(2)).token()).isEqualTo(gone);
    assertThat(latter.find(MERCHANT, Mode.TEST, gone, REASON)).isPresent();
  }

  @Test
  void formerKeysTakeNoNewerNameAway() {
    stored(vault(BOTH), 1);

    assertThat(rotation(rows, TestKeys.withLookups(BOTH, 1)).run(told -> {}).renewed()).isZero();

    assertThat(rows.after("", 10).getFirst().lookups()).hasSize(2);
  }

  @Test
  void aMissingKeyIsToldAndNothingIsLost() {
    stored(vault(FORMER), 2);

    Progress progress = rotation(rows, LATTER).run(told -> {});

    assertThat(progress).isEqualTo(new Progress(2, 0, 2, 0, true));
    assertThat(progress.complete()).isFalse();
    assertThat(rotation(rows, BOTH).run(told -> {}).complete()).isTrue();
  }

  @Test
  void aCardWithTwoRowsKeepsBothTokens() {
    String first = vault(FORMER).store(MERCHANT, Mode.TEST, card(1)).token();
    // By mistake: keys that have no version in common.
    String second = vault(LATTER).store(MERCHANT, Mode.TEST, card(1)).token();

    Progress progress = rotation(rows, BOTH).run(told -> {});

    assertThat(progress.twins()).isEqualTo(2);
    CardVault latter = vault(LATTER);
    assertThat(latter.stored(MERCHANT, Mode.TEST, first, REASON)).isPresent();
    assertThat(latter.store(MERCHANT, Mode.TEST, card(1)).token()).isEqualTo(second);
  }

  @Test
  void aRowFromBeforeTheKeyHadVersionsIsTheSameCard() {
    String token = storedLongAgo();
    Documents.plain(store.database(), "vault_notes").delete("rows_are_named");
    MongoVaultRows.in(store.database());

    assertThat(vault(BOTH).store(MERCHANT, Mode.TEST, card(1)).token()).isEqualTo(token);
    assertThat(rotation(rows, BOTH).run(told -> {}).complete()).isTrue();
    assertThat(vault(LATTER).store(MERCHANT, Mode.TEST, card(1)).token()).isEqualTo(token);
  }

  @Test
  void aRowThatAFormerInstanceWroteBehindTheNamingOpensAndIsNamedByTheRotation() {
    String token = storedLongAgo();

    assertThat(vault(FORMER).find(MERCHANT, Mode.TEST, token, REASON)).isPresent();
    assertThat(rotation(rows, BOTH).run(told -> {}).complete()).isTrue();
    assertThat(vault(LATTER).store(MERCHANT, Mode.TEST, card(1)).token()).isEqualTo(token);
  }

  /// The token of a row of before the look-up key had versions.
  private String storedLongAgo() {
    String token = vault(FORMER).store(MERCHANT, Mode.TEST, card(1)).token();
    Documents documents = Documents.plain(store.database(), "vault");
    Document row = documents.find(token).orElseThrow();
    documents.delete(token);
    String lookup = row.getList("lookups", String.class).getFirst();
    row.append("_id", lookup.substring(2)).remove("lookups");
    documents.insert(row);
    return token;
  }

  /// A shop whose payments use every card again and again, by number and by token.
  private static void pays(
      CardVault vault,
      Map<Integer, Set<String>> seen,
      CountDownLatch everyCardOnce,
      AtomicBoolean over) {
    boolean counted = false;
    while (!over.get()) {
      for (int i = 0; i < CARDS; i++) {
        String token = vault.store(MERCHANT, Mode.TEST, card(i)).token();
        seen.computeIfAbsent(i, _ -> ConcurrentHashMap.newKeySet()).add(token);
        assertThat(vault.find(MERCHANT, Mode.TEST, token, REASON)).isPresent();
        assertThat(vault.stored(MERCHANT, Mode.TEST, token, REASON).orElseThrow().pan())
            .isEqualTo(card(i).pan().digits());
      }
      if (!counted) {
        counted = true;
        everyCardOnce.countDown();
      }
    }
  }

  private static Map<Integer, String> stored(CardVault vault, int cards) {
    Map<Integer, String> tokens = new HashMap<>();
    for (int i = 0; i < cards; i++) {
      tokens.put(i, vault.store(MERCHANT, Mode.TEST, card(i)).token());
    }
    return tokens;
  }

  private CardVault vault(KeyRing keys) {
    return new CardVault(
        rows,
        keys,
        BinTable.bundled(),
        recorded.uses(),
        new SecureRandom(),
        Clock.fixed(NOW, ZoneOffset.UTC));
  }

  private KeyRotation rotation(VaultRows rows, KeyRing keys) {
    return new KeyRotation(rows, keys, recorded.uses(), new SecureRandom());
  }

  private static String key(int value) {
    byte[] bytes = new byte[32];
    Arrays.fill(bytes, (byte) value);
    return Base64.getEncoder().encodeToString(bytes);
  }

  private static SubmittedCard card(int number) {
    for (int check = 0; check < 10; check++) {
      String digits = "41556501%07d%d".formatted(number, check);
      if (Pan.passesLuhn(digits)) {
        return new SubmittedCard(new Pan(digits), YearMonth.of(2030, 12), null, null);
      }
    }
    throw new AssertionError("some digit must do");
  }

  private static final class Killed extends RuntimeException {}

  /// A process that is killed behind one of its writes.
  private static final class KilledRows implements VaultRows {

    private final VaultRows rows;
    private int writesLeft;

    KilledRows(VaultRows rows, int writesLeft) {
      this.rows = rows;
      this.writesLeft = writesLeft;
    }

    @Override
    public Rekeyed rekey(VaultRow row) {
      Rekeyed rekeyed = rows.rekey(row);
      if (--writesLeft == 0) {
        throw new Killed();
      }
      return rekeyed;
    }

    @Override
    public List<VaultRow> after(String afterId, int most) {
      return rows.after(afterId, most);
    }

    @Override
    public Optional<VaultRow> find(String lookup) {
      return rows.find(lookup);
    }

    @Override
    public Optional<VaultRow> findByToken(String token) {
      return rows.findByToken(token);
    }

    @Override
    public boolean insert(VaultRow row) {
      return rows.insert(row);
    }

    @Override
    public boolean stand(VaultRow row) {
      return rows.stand(row);
    }

    @Override
    public boolean renew(VaultRow row) {
      return rows.renew(row);
    }

    @Override
    public int removeUnusedSince(Instant lastUse) {
      return rows.removeUnusedSince(lastUse);
    }

    @Override
    public int removeUntakenSince(Instant lastUse) {
      return rows.removeUntakenSince(lastUse);
    }
  }
}
