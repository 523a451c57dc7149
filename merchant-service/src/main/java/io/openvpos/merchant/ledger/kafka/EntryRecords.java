package io.openvpos.merchant.ledger.kafka;

import io.openvpos.merchant.ledger.domain.journal.EntryDraft;
import io.openvpos.merchant.ledger.domain.journal.JournalEntry;
import io.openvpos.merchant.ledger.domain.journal.Line;
import io.openvpos.schemas.Envelope;
import io.openvpos.schemas.WireMode;
import io.openvpos.schemas.merchant.JournalEntryPosted;
import io.openvpos.schemas.merchant.LineFacts;
import io.openvpos.schemas.merchant.Posting;

/// Entries as other services read them. The record is a function of the entry, so one told twice is
/// the same bytes.
final class EntryRecords {

  private EntryRecords() {}

  static JournalEntryPosted of(JournalEntry entry) {
    EntryDraft draft = entry.draft();
    Line line = draft.line();
    return JournalEntryPosted.newBuilder()
        .setEnvelope(envelope(entry))
        .setEntryId(entry.id())
        .setHead(draft.head().id())
        .setSeq(entry.seq())
        .setMerchantId(draft.head().merchantId())
        .setMode(WireMode.of(draft.head().mode()))
        .setCurrency(draft.head().currency().getCurrencyCode())
        .setType(draft.type().code())
        .setCauseEventId(draft.eventId())
        .setSourceTopic(draft.source().topic())
        .setSourcePartition(draft.source().partition())
        .setSalesDay(draft.salesDay())
        .setCarriedOverFrom(draft.carriedOverFrom())
        .setContractVersion(draft.contractVersion())
        .setPostings(
            draft.postings().stream()
                .map(leg -> new Posting(leg.account().code(), leg.amount()))
                .toList())
        .setPreviousHash(entry.previousHash())
        .setHash(entry.hash())
        .setLine(line == null ? null : line(line))
        .build();
  }

  private static Envelope envelope(JournalEntry entry) {
    Envelope.Builder envelope =
        Envelope.newBuilder()
            .setEventId(entry.id())
            .setOccurredAt(entry.draft().at())
            .setAggregateVersion(entry.seq())
            .setCausationId(entry.draft().eventId());
    Line line = entry.draft().line();
    if (line != null && !line.paymentId().isEmpty()) {
      envelope.setCorrelationId(line.paymentId());
    }
    return envelope.build();
  }

  private static LineFacts line(Line line) {
    return LineFacts.newBuilder()
        .setPaymentId(line.paymentId())
        .setRefundId(line.refundId())
        .setOrderId(line.orderId())
        .setCapturedAt(line.capturedAt())
        .setCardBrand(line.cardBrand())
        .setLast4(line.last4())
        .setInstallments(line.installments())
        .setRrn(line.rrn())
        .setAuthorizationCode(line.authorizationCode())
        .setValueDays(line.valueDays())
        .setPayoutParts(line.settling().parts())
        .setReserveBasisPoints(line.settling().reserveBasisPoints())
        .setReserveDays(line.settling().reserveDays())
        .setCardClass(line.cardClass())
        .setSettlementCurrency(line.settling().settlementCurrency())
        .setMinimumPayout(line.settling().minimumPayout())
        .build();
  }
}
