package io.openvpos.authorization.vault.keys;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.openvpos.authorization.profile.MutableClock;
import io.openvpos.authorization.vault.VaultUnavailableException;
import java.security.InvalidKeyException;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// What holds for keys in any HSM. Each test has keys of its own.
abstract class HsmContract {

  static final String CARD = "4155650100416111";
  static final String OWNER = "tok_1|mrc_1|test";

  final MutableClock clock = new MutableClock(Instant.parse("2026-11-27T09:00:00Z"));
  final SecureRandom random = new SecureRandom();
  final byte[] bytes = fresh();

  /// The way to an HSM.
  abstract Hsm.Door door();

  /// Puts a key in.
  abstract void put(String label, String algorithm, byte[] key);

  /// Ends the sessions that are open.
  abstract void loseSessions();

  @Test
  void wrapsAsTheSameKeyDoesInMemory() throws Exception {
    put("kek", "AES", bytes);
    KeyEncryptionKey inHsm = hsm().wrapping("kek");
    KeyEncryptionKey inMemory = KeyInMemory.wrapping(bytes);

    for (int i = 0; i < 20; i++) {
      byte[] dataKey = fresh();
      byte[] wrapped = inHsm.wrap(dataKey);
      assertThat(wrapped).isEqualTo(inMemory.wrap(dataKey));
      assertThat(inHsm.unwrap(wrapped)).isEqualTo(dataKey);
    }
  }

  @Test
  void digestsAsTheSameKeyDoesInMemory() {
    put("lookup", "HmacSHA256", bytes);
    HmacKey inHsm = hsm().digesting("lookup");
    HmacKey inMemory = KeyInMemory.digesting(bytes);

    for (String text : List.of("", "1", CARD, CARD.repeat(500))) {
      assertThat(inHsm.digest(text.getBytes(UTF_8)))
          .isEqualTo(inMemory.digest(text.getBytes(UTF_8)));
    }
  }

  @Test
  void anyChangedByteIsRefused() {
    put("kek", "AES", bytes);
    KeyEncryptionKey key = hsm().wrapping("kek");
    byte[] wrapped = key.wrap(fresh());

    for (int i = 0; i < wrapped.length; i++) {
      byte[] tampered = wrapped.clone();
      tampered[i] ^= 1;
      assertThatThrownBy(() -> key.unwrap(tampered)).isInstanceOf(InvalidKeyException.class);
    }
  }

  @Test
  void anEnvelopeMovesFromAFileToTheHsmAndBack() {
    put("kek", "AES", bytes);
    put("lookup", "HmacSHA256", fresh());
    String text = KeyText.generate(random);
    String inHsm = text + "kek.k2=hsm:kek\nlookup.2=hsm:lookup\n";
    Envelope file = new Envelope(KeyText.parse(text, "test", Hsm.none()), random);
    Envelope both = new Envelope(KeyText.parse(inHsm, "test", hsm()), random);
    Envelope moved =
        new Envelope(KeyText.parse(inHsm.replace("=k1", "=k2"), "test", hsm()), random);
    String sealed = file.seal(CARD, OWNER);

    String rewrapped = moved.rewrap(sealed);

    assertThat(moved.open(sealed, OWNER)).isEqualTo(CARD);
    assertThat(moved.isCurrent(rewrapped)).isTrue();
    assertThat(rewrapped).hasSameSizeAs(sealed);
    for (Envelope any : List.of(both, moved)) {
      assertThat(any.open(rewrapped, OWNER)).isEqualTo(CARD);
      assertThat(any.open(moved.seal(CARD, OWNER), OWNER)).isEqualTo(CARD);
    }
    assertThat(file.open(both.rewrap(rewrapped), OWNER)).isEqualTo(CARD);
    assertThatThrownBy(() -> moved.open(rewrapped, "tok_2|mrc_1|test"))
        .isInstanceOf(UnreadableCardException.class);
  }

  @Test
  void aLostSessionIsOpenedAnew() throws Exception {
    put("kek", "AES", bytes);
    put("lookup", "HmacSHA256", bytes);
    Hsm hsm = hsm();
    KeyEncryptionKey kek = hsm.wrapping("kek");
    HmacKey lookup = hsm.digesting("lookup");
    byte[] dataKey = fresh();
    byte[] wrapped = kek.wrap(dataKey);
    byte[] digest = lookup.digest(dataKey);

    for (int i = 0; i < 3; i++) {
      loseSessions();
      assertThat(kek.unwrap(wrapped)).isEqualTo(dataKey);
      loseSessions();
      assertThat(lookup.digest(dataKey)).isEqualTo(digest);
    }
  }

  @Test
  void manyAtOnceGetTheirOwnAnswers() throws Exception {
    put("kek", "AES", bytes);
    KeyEncryptionKey key = hsm().wrapping("kek");
    Callable<Boolean> roundTrips =
        () -> {
          boolean same = true;
          for (int i = 0; i < 50; i++) {
            byte[] dataKey = fresh();
            same &= Arrays.equals(key.unwrap(key.wrap(dataKey)), dataKey);
          }
          return same;
        };
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<Boolean>> all =
          IntStream.range(0, 8).mapToObj(_ -> threads.submit(roundTrips)).toList();
      for (Future<Boolean> one : all) {
        assertThat(one.get()).isTrue();
      }
    }
  }

  @Test
  void aMissingLabelRefusesTheStartAndIsNamed() {
    assertThatThrownBy(() -> KeyText.parse("active=k1\nkek.k1=hsm:nowhere", "test", hsm()))
        .isInstanceOf(VaultUnavailableException.class)
        .hasMessageContaining("no secret key in it has the label nowhere");
  }

  @Test
  void aKeyForAnotherPurposeRefusesTheStart() {
    put("lookup", "HmacSHA256", bytes);

    assertThatThrownBy(() -> hsm().wrapping("lookup"))
        .isInstanceOf(VaultUnavailableException.class);
  }

  @Test
  void oneLabelForTwoPurposesIsRefused() {
    put("lookup", "HmacSHA256", bytes);
    String text =
        Stream.of("identity", "fingerprint")
            .reduce(
                KeyText.generate(random),
                (all, name) -> all.replaceAll(name + "=.*", name + "=hsm:lookup"));

    assertThatThrownBy(() -> KeyText.parse(text, "test", hsm()))
        .hasMessageContaining("one key serves two purposes");
  }

  Hsm hsm() {
    return new Hsm(door(), clock);
  }

  byte[] fresh() {
    byte[] key = new byte[KeyRing.KEY_BYTES];
    random.nextBytes(key);
    return key;
  }
}
