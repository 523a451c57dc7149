package io.openvpos.authorization.vault;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import io.openvpos.authorization.vault.held.CodeRows;
import io.openvpos.authorization.vault.held.CodeRows.KeyRow;
import io.openvpos.authorization.vault.keys.Envelope;
import io.openvpos.authorization.vault.keys.KeyRing;
import io.openvpos.money.Mode;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/// Held codes over their rows. The code is encrypted with AES-256-GCM under a key made for it; the
/// key lies in a row of its own, wrapped like a card's. Whoever deletes the key's row destroys the
/// code wherever a copy of its ciphertext may still be.
final class CodeVault implements HeldCodes {

  private static final int KEY_BYTES = 32;
  private static final int NONCE_BYTES = 12;
  private static final int TAG_BITS = 128;
  private static final DateTimeFormatter YYMM = DateTimeFormatter.ofPattern("yyMM", Locale.ROOT);

  private final CodeRows rows;
  private final CardReveal cards;
  private final Envelope envelopes;
  private final SecureRandom random;
  private final Clock clock;

  CodeVault(CodeRows rows, CardReveal cards, KeyRing keys, SecureRandom random, Clock clock) {
    this.rows = rows;
    this.cards = cards;
    this.envelopes = new Envelope(keys, random);
    this.random = random;
    this.clock = clock;
  }

  @Override
  public void hold(String holdId, SubmittedCard card, Instant until) {
    Cvc cvc = card.cvc();
    if (cvc == null) {
      return;
    }
    byte[] key = random(KEY_BYTES);
    byte[] nonce = random(NONCE_BYTES);
    try {
      byte[] sealed =
          cipher(Cipher.ENCRYPT_MODE, key, nonce, holdId).doFinal(cvc.digits().getBytes(US_ASCII));
      rows.insert(
          new KeyRow(holdId, envelopes.seal(HexFormat.of().formatHex(key), holdId), until),
          Base64.getEncoder().encodeToString(joined(nonce, sealed)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java platform has AES", e);
    } finally {
      Arrays.fill(key, (byte) 0);
    }
  }

  @Override
  public Optional<SubmittedCard> take(String holdId, String merchantId, Mode mode, String token) {
    Optional<KeyRow> key = rows.key(holdId);
    Optional<String> sealed = rows.sealed(holdId);
    // Only who deletes the key may use it.
    if (!rows.deleteKey(holdId)) {
      return Optional.empty();
    }
    rows.deleteSealed(holdId);
    if (key.isEmpty() || sealed.isEmpty() || !clock.instant().isBefore(key.get().until())) {
      return Optional.empty();
    }
    return cards
        .stored(merchantId, mode, token, UseReason.issuerRequest(holdId))
        .map(card ->
            new SubmittedCard(
                new Pan(card.pan()),
                YearMonth.parse(card.expiry(), YYMM),
                new Cvc(open(holdId, key.get(), sealed.get())),
                null));
  }

  @Override
  public void destroy(String holdId) {
    rows.deleteKey(holdId);
    rows.deleteSealed(holdId);
  }

  @Override
  public int destroyOverdue(Instant now) {
    var overdue = rows.overdue(now);
    overdue.forEach(this::destroy);
    return overdue.size();
  }

  private String open(String holdId, KeyRow row, String sealed) {
    byte[] key = HexFormat.of().parseHex(envelopes.open(row.envelope(), holdId));
    byte[] bytes = Base64.getDecoder().decode(sealed);
    try {
      byte[] nonce = Arrays.copyOf(bytes, NONCE_BYTES);
      byte[] code =
          cipher(Cipher.DECRYPT_MODE, key, nonce, holdId)
              .doFinal(bytes, NONCE_BYTES, bytes.length - NONCE_BYTES);
      return new String(code, US_ASCII);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("a held code does not open", e);
    } finally {
      Arrays.fill(key, (byte) 0);
    }
  }

  private static Cipher cipher(int mode, byte[] key, byte[] nonce, String owner)
      throws GeneralSecurityException {
    Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
    cipher.init(mode, new SecretKeySpec(key, "AES"), new GCMParameterSpec(TAG_BITS, nonce));
    cipher.updateAAD(owner.getBytes(UTF_8));
    return cipher;
  }

  private byte[] random(int length) {
    byte[] bytes = new byte[length];
    random.nextBytes(bytes);
    return bytes;
  }

  private static byte[] joined(byte[] first, byte[] second) {
    byte[] both = Arrays.copyOf(first, first.length + second.length);
    System.arraycopy(second, 0, both, first.length, second.length);
    return both;
  }
}
