package io.openvpos.merchant.ledger.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import io.openvpos.merchant.ledger.domain.journal.Account;
import io.openvpos.merchant.ledger.domain.journal.EntryDraft;
import io.openvpos.merchant.ledger.domain.journal.EntryType;
import io.openvpos.merchant.ledger.domain.journal.Head;
import io.openvpos.merchant.ledger.domain.journal.HeadKey;
import io.openvpos.merchant.ledger.domain.journal.JournalEntry;
import io.openvpos.merchant.ledger.domain.journal.Line;
import io.openvpos.merchant.ledger.domain.journal.Posting;
import io.openvpos.merchant.ledger.domain.journal.Source;
import io.openvpos.money.Mode;
import io.openvpos.schemas.merchant.JournalEntryPosted;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class EntryRecordsTest {

  private static final Instant AT = Instant.parse("2026-11-23T12:00:00Z");
  private static final HeadKey HEAD = new HeadKey("mer_1", Mode.LIVE, Currency.getInstance("USD"));

  @Test
  void aLineIsToldWithItsCauseAndItsPlaceInTheLog() {
    Line line = new Line("pay_1", "ref_1", "A-1", AT, "troy", "0000", 3, "RRN", null, 2);

    JournalEntryPosted told = EntryRecords.of(entry(EntryType.REFUND, 2, line));

    assertThat(told.getEntryId()).isEqualTo("mer_1|live|USD|pay_1:5");
    assertThat(told.getEnvelope().getEventId()).isEqualTo(told.getEntryId());
    assertThat(told.getEnvelope().getAggregateVersion()).isEqualTo(1);
    assertThat(told.getEnvelope().getCausationId()).isEqualTo("pay_1:5");
    assertThat(told.getEnvelope().getCorrelationId()).isEqualTo("pay_1");
    assertThat(told.getHead()).isEqualTo("mer_1|live|USD");
    assertThat(told.getMode()).isEqualTo(io.openvpos.schemas.Mode.LIVE);
    assertThat(told.getType()).isEqualTo("refund");
    assertThat(told.getSourceTopic()).isEqualTo("authorization.payments.v1");
    assertThat(told.getSourcePartition()).isEqualTo(3);
    assertThat(told.getSalesDay()).isEqualTo(LocalDate.of(2026, 11, 24));
    assertThat(told.getCarriedOverFrom()).isEqualTo(LocalDate.of(2026, 11, 23));
    assertThat(told.getContractVersion()).isEqualTo(2);
    assertThat(told.getPostings())
        .extracting(leg -> leg.getAccount() + " " + leg.getAmount())
        .containsExactly("scheme_receivable -500", "merchant_pending 500");
    assertThat(told.getLine().getRefundId()).isEqualTo("ref_1");
    assertThat(told.getLine().getValueDays()).isEqualTo(2);
  }

  @Test
  void whatIsNoLineHasNone() {
    JournalEntryPosted told = EntryRecords.of(entry(EntryType.BATCH_CLOSE, null, null));

    assertThat(told.getLine()).isNull();
    assertThat(told.getContractVersion()).isNull();
    assertThat(told.getEnvelope().getCorrelationId()).isNull();
  }

  private static JournalEntry entry(
      EntryType type, @Nullable Integer version, @Nullable Line line) {
    EntryDraft draft =
        new EntryDraft(
            HEAD,
            "pay_1:5",
            type,
            LocalDate.of(2026, 11, 24),
            LocalDate.of(2026, 11, 23),
            version,
            List.of(
                new Posting(Account.SCHEME_RECEIVABLE, -500),
                new Posting(Account.MERCHANT_PENDING, 500)),
            new Source("authorization.payments.v1", 3),
            line,
            AT);
    return Head.empty(HEAD).append(List.of(draft), Set.of()).added().getFirst();
  }
}
