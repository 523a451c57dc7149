package io.openvpos.merchant.ledger.domain.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.openvpos.merchant.ledger.domain.journal.Head.Appended;
import io.openvpos.money.Mode;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class HeadTest {

  private static final HeadKey KEY = new HeadKey("mer_1", Mode.TEST, Currency.getInstance("TRY"));
  private static final Line LINE =
      new Line("pay_1", null, "", Instant.EPOCH, "visa", "6111", 1, null, null, 1);

  private final Head empty = Head.empty(KEY);

  @Test
  void appendNumbersChainsAndMovesBalances() {
    Appended appended = empty.append(List.of(capture("a:1"), capture("b:1")), Set.of());

    assertThat(appended.added()).extracting(JournalEntry::seq).containsExactly(1L, 2L);
    assertThat(appended.added()).allMatch(JournalEntry::intact);
    assertThat(appended.added().getFirst().previousHash()).isEqualTo(HashChain.GENESIS);
    assertThat(appended.added().getLast().previousHash())
        .isEqualTo(appended.added().getFirst().hash());
    Head head = appended.head();
    assertThat(head.version()).isEqualTo(1);
    assertThat(head.seq()).isEqualTo(2);
    assertThat(head.lastHash()).isEqualTo(appended.added().getLast().hash());
    assertThat(head.pending()).isEqualTo(appended.added());
    assertThat(head.balances().of(Account.MERCHANT_PENDING)).isEqualTo(-2 * 9_790);
    assertThat(head.balances().of(Account.COMMISSION_INCOME)).isEqualTo(-400);
    assertThat(head.balances().sum()).isZero();
  }

  @Test
  void anEventIsAppendedOnce() {
    Appended first = empty.append(List.of(capture("a:1"), capture("a:1")), Set.of());

    assertThat(first.added()).hasSize(1);
    assertThat(first.head().append(List.of(capture("a:1")), Set.of()).added()).isEmpty();
    assertThat(empty.append(List.of(capture("a:1")), Set.of("a:1")))
        .isEqualTo(new Appended(empty, List.of()));
  }

  @Test
  void onlyTheNewOnesOfAMixAreAppended() {
    Head head = empty.append(List.of(capture("a:1")), Set.of()).head();

    Appended mixed =
        head.append(List.of(capture("a:1"), capture("b:1"), capture("c:1")), Set.of("b:1"));

    assertThat(mixed.added()).extracting(JournalEntry::id).containsExactly("mer_1|test|TRY|c:1");
    assertThat(mixed.head().seq()).isEqualTo(2);
    assertThat(mixed.head().pending()).hasSize(2);
  }

  @Test
  void paidOutIsConfirmedLessReturned() {
    Head head =
        empty
            .append(
                List.of(
                    payout("p:1", EntryType.PAYOUT_CONFIRMED, 900, Account.BANK_ACCOUNT, -900),
                    payout("p:2", EntryType.PAYOUT_RETURNED, 200, Account.BANK_ACCOUNT, 200),
                    payout("s:1", EntryType.SCHEME_PAYMENT, 50, Account.BANK_ACCOUNT, 50)),
                Set.of())
            .head();

    assertThat(head.paidOut()).isEqualTo(700);
    assertThat(head.balances().of(Account.BANK_ACCOUNT)).isEqualTo(-650);
  }

  @Test
  void theCanonicalFormIsGolden() {
    String canonical =
        new String(HashChain.canonical(1, capture("pay_1:3")), StandardCharsets.US_ASCII);

    assertThat(canonical)
        .isEqualTo(
            """
            1
            pay_1:3
            2026-11-23
            1
            scheme_receivable 10000
            merchant_pending -9790
            commission_income -200
            bsmv_payable -10
            """);
    // As docs/ledger.md computes it with sha256sum.
    assertThat(HashChain.next(HashChain.GENESIS, 1, capture("pay_1:3")))
        .isEqualTo("8fd966f24874bba5610c7424aff943df9d69d80a46804e9805263dc39a444e0f");
  }

  @Test
  void aChangedEntryIsNotIntact() {
    JournalEntry entry = JournalEntry.following(capture("a:1"), 1, HashChain.GENESIS);

    assertThat(new JournalEntry(capture("a:2"), 1, HashChain.GENESIS, entry.hash()).intact())
        .isFalse();
    assertThat(new JournalEntry(capture("a:1"), 2, HashChain.GENESIS, entry.hash()).intact())
        .isFalse();
  }

  @Test
  void anUnbalancedEntryCannotBeMade() {
    assertThatThrownBy(
            () -> payout("p:1", EntryType.PAYOUT_CONFIRMED, 900, Account.BANK_ACCOUNT, -899))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("sums to zero");
  }

  @Test
  void anotherHeadsEntryIsRefused() {
    Head other = Head.empty(new HeadKey("mer_1", Mode.LIVE, Currency.getInstance("TRY")));

    assertThatThrownBy(() -> other.append(List.of(capture("a:1")), Set.of()))
        .isInstanceOf(IllegalStateException.class);
  }

  @Test
  void aHeadIdReadsBack() {
    assertThat(KEY.id()).isEqualTo("mer_1|test|TRY");
    assertThat(HeadKey.parse(KEY.id())).isEqualTo(KEY);
  }

  private static EntryDraft capture(String eventId) {
    return draft(
        eventId,
        EntryType.CAPTURE,
        1,
        List.of(
            new Posting(Account.SCHEME_RECEIVABLE, 10_000),
            new Posting(Account.MERCHANT_PENDING, -9_790),
            new Posting(Account.COMMISSION_INCOME, -200),
            new Posting(Account.BSMV_PAYABLE, -10)));
  }

  private static EntryDraft payout(
      String eventId, EntryType type, long amount, Account account, long bank) {
    Account other = bank < 0 ? Account.PAYOUT_IN_TRANSIT : Account.MERCHANT_AVAILABLE;
    return draft(
        eventId,
        type,
        null,
        List.of(new Posting(account, bank), new Posting(other, bank < 0 ? amount : -amount)));
  }

  private static EntryDraft draft(
      String eventId, EntryType type, @Nullable Integer version, List<Posting> postings) {
    return new EntryDraft(
        KEY,
        eventId,
        type,
        LocalDate.of(2026, 11, 23),
        null,
        version,
        postings,
        new Source("authorization.payments.v1", 0),
        type.batchLine() ? LINE : null,
        Instant.EPOCH);
  }
}
