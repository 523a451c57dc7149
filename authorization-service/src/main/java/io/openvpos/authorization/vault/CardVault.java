package io.openvpos.authorization.vault;

import io.openvpos.authorization.vault.VaultRow.Standing;
import io.openvpos.authorization.vault.keys.Envelope;
import io.openvpos.authorization.vault.keys.KeyRing;
import io.openvpos.money.Mode;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/// The vault over its rows: encrypts, finds, renews. A row is inserted once by merchant, mode and
/// number; whoever comes second takes the row that is there.
final class CardVault implements Vault, CardReveal, TokenRemoval {

  private static final Duration RENEWED_EVERY = Duration.ofDays(1);
  private static final int TOKEN_BYTES = 16;

  /// Each further round means that another request renewed, inserted or removed the row meanwhile.
  private static final int ROUNDS = 10;

  private static final DateTimeFormatter YYMM = DateTimeFormatter.ofPattern("yyMM", Locale.ROOT);

  private final VaultRows rows;
  private final Envelope envelopes;
  private final CardDigests digests;
  private final BinTable bins;
  private final CardUses uses;
  private final SecureRandom random;
  private final Clock clock;

  CardVault(
      VaultRows rows,
      KeyRing keys,
      BinTable bins,
      CardUses uses,
      SecureRandom random,
      Clock clock) {
    this.rows = rows;
    envelopes = new Envelope(keys, random);
    digests = new CardDigests(keys);
    this.bins = bins;
    this.uses = uses;
    this.random = random;
    this.clock = clock;
  }

  @Override
  public StoredCard store(String merchantId, Mode mode, SubmittedCard card) {
    List<String> lookups = digests.lookups(merchantId, mode, card.pan());
    String expiry = yymm(card.expiry());
    for (int round = 0; round < ROUNDS; round++) {
      Optional<VaultRow> found = found(lookups);
      if (found.isPresent() && found.get().isRemoved()) {
        boolean _ = rows.stand(found.get().standing(found.get().standing().keptAgain()));
      } else if (found.isPresent()) {
        if (kept(found.get(), expiry)) {
          return describe(found.get(), card.pan());
        }
      } else {
        VaultRow fresh =
            sealed(blank(merchantId, mode, lookups, TokenUsage.MULTI_USE), card.pan(), expiry);
        if (rows.insert(fresh)) {
          return describe(fresh, card.pan());
        }
      }
    }
    throw new IllegalStateException("a vault row changed under " + ROUNDS + " attempts");
  }

  @Override
  public Optional<StoredCard> find(String merchantId, Mode mode, String token, UseReason reason) {
    for (int round = 0; round < ROUNDS; round++) {
      Optional<VaultRow> found = usable(merchantId, mode, token);
      if (found.isEmpty()) {
        return Optional.empty();
      }
      if (kept(found.get(), found.get().expiry())) {
        return Optional.of(describe(found.get(), opened(found.get(), reason)));
      }
    }
    throw new IllegalStateException("a vault row changed under " + ROUNDS + " attempts");
  }

  @Override
  public StoredCard storeOnce(String merchantId, Mode mode, SubmittedCard card) {
    VaultRow row =
        sealed(
            blank(merchantId, mode, List.of(), TokenUsage.SINGLE_USE),
            card.pan(),
            yymm(card.expiry()));
    if (!rows.insert(row)) {
      throw new IllegalStateException("a token was drawn twice");
    }
    return describe(row, card.pan());
  }

  @Override
  public boolean take(String merchantId, Mode mode, String token, String paymentId) {
    return stood(
        merchantId,
        mode,
        token,
        standing -> standing.takenBy() == null ? standing.takenBy(paymentId) : standing,
        row -> !row.isSingleUse() || paymentId.equals(row.standing().takenBy()));
  }

  @Override
  public void remember(String merchantId, Mode mode, String token, String networkTransactionId) {
    boolean _ =
        stood(
            merchantId,
            mode,
            token,
            standing ->
                standing.removed() || standing.networkTransactionId() != null
                    ? standing
                    : standing.remembering(networkTransactionId),
            _ -> true);
  }

  @Override
  public boolean remove(String merchantId, Mode mode, String token) {
    return usable(merchantId, mode, token).isPresent()
        && stood(merchantId, mode, token, Standing::remove, VaultRow::isRemoved);
  }

  /// Changes the standing of a token, if there is anything to change.
  ///
  /// @return what the row says that is stored in the end; false if there is none
  private boolean stood(
      String merchantId,
      Mode mode,
      String token,
      UnaryOperator<Standing> change,
      Predicate<VaultRow> told) {
    for (int round = 0; round < ROUNDS; round++) {
      Optional<VaultRow> found = owned(merchantId, mode, token);
      if (found.isEmpty()) {
        return false;
      }
      Standing next = change.apply(found.get().standing());
      VaultRow changed = found.get().standing(next);
      if (next.equals(found.get().standing()) || rows.stand(changed)) {
        return told.test(changed);
      }
    }
    throw new IllegalStateException("a vault row changed under " + ROUNDS + " attempts");
  }

  @Override
  public String fingerprint(SubmittedCard card) {
    return digests.fingerprint(card.pan());
  }

  @Override
  public String identity(SubmittedCard card) {
    return digests.identity(card);
  }

  @Override
  public RevealedCard submitted(SubmittedCard card) {
    return new RevealedCard(
        card.pan().digits(), yymm(card.expiry()), Optional.ofNullable(card.cvc()).map(Cvc::digits));
  }

  @Override
  public Optional<RevealedCard> stored(
      String merchantId, Mode mode, String token, UseReason reason) {
    return owned(merchantId, mode, token)
        .map(row -> new RevealedCard(opened(row, reason).digits(), row.expiry(), Optional.empty()));
  }

  private Optional<VaultRow> found(List<String> lookups) {
    return lookups.stream().map(rows::find).flatMap(Optional::stream).findFirst();
  }

  private Optional<VaultRow> usable(String merchantId, Mode mode, String token) {
    return owned(merchantId, mode, token).filter(row -> !row.isRemoved());
  }

  private Optional<VaultRow> owned(String merchantId, Mode mode, String token) {
    return rows.findByToken(token)
        .filter(row -> row.merchantId().equals(merchantId) && row.mode() == mode);
  }

  /// True if the row will outlive this payment: its last use is of today, or was just made so. A
  /// new expiry or key-encryption key is taken along where it can be.
  private boolean kept(VaultRow row, String expiry) {
    Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    boolean due = !row.lastUsed().plus(RENEWED_EVERY).isAfter(now);
    boolean current = envelopes.isCurrent(row.envelope());
    if (!due && current && row.expiry().equals(expiry)) {
      return true;
    }
    String envelope = current ? row.envelope() : envelopes.rewrap(row.envelope());
    return rows.renew(row.renewed(envelope, expiry, now)) || !due;
  }

  private VaultRow blank(String merchantId, Mode mode, List<String> lookups, TokenUsage usage) {
    byte[] bytes = new byte[TOKEN_BYTES];
    random.nextBytes(bytes);
    String token = "tok_" + HexFormat.of().formatHex(bytes);
    return new VaultRow(
        token, lookups, token, merchantId, mode, "", "", Instant.EPOCH, 0, Standing.of(usage));
  }

  private VaultRow sealed(VaultRow blank, Pan pan, String expiry) {
    Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    return blank.renewed(envelopes.seal(pan.digits(), blank.owner()), expiry, now);
  }

  private Pan opened(VaultRow row, UseReason reason) {
    uses.record(List.of(row), reason);
    return new Pan(envelopes.open(row.envelope(), row.owner()));
  }

  private StoredCard describe(VaultRow row, Pan pan) {
    BinRange range = bins.find(pan);
    return new StoredCard(
        row.token(),
        range.brand(),
        pan.bin(),
        pan.last4(),
        range.funding(),
        range.country(),
        range.cardClass(),
        digests.fingerprint(pan),
        row.standing().usage(),
        row.standing().networkTransactionId());
  }

  private static String yymm(YearMonth expiry) {
    return expiry.format(YYMM);
  }
}
