package io.openvpos.settlement.batch.kafka;

import io.openvpos.schemas.WireMode;
import io.openvpos.schemas.merchant.HoldTotal;
import io.openvpos.schemas.merchant.JournalEntryPosted;
import io.openvpos.schemas.merchant.LedgerDayClosed;
import io.openvpos.schemas.merchant.LineFacts;
import io.openvpos.schemas.merchant.Posting;
import io.openvpos.settlement.batch.domain.Figures;
import io.openvpos.settlement.batch.domain.Head;
import io.openvpos.settlement.batch.domain.LedgerMark;
import io.openvpos.settlement.batch.domain.Line;
import io.openvpos.settlement.batch.domain.Line.Detail;
import io.openvpos.settlement.batch.domain.Line.Source;
import io.openvpos.settlement.batch.domain.LineType;
import io.openvpos.settlement.batch.domain.PayoutTerms;
import io.openvpos.settlement.batch.domain.Posted;
import io.openvpos.settlement.batch.domain.ReserveTerms;
import io.openvpos.settlement.batch.domain.SourceHolds;
import io.openvpos.settlement.batch.domain.SourceTotal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// Reads the ledger's entries as lines. The amounts are the entry's own legs, only turned to the
/// merchant's view; nothing is computed anew.
final class EntryMapper {

  private EntryMapper() {}

  /// `at` is the time of its record.
  static Line line(JournalEntryPosted entry, Instant at) {
    LineType type =
        LineType.of(entry.getType())
            .orElseThrow(() ->
                new IllegalStateException(
                    "entry " + entry.getEntryId() + " is of type " + entry.getType()));
    return new Line(
        head(entry),
        entry.getSeq(),
        entry.getEntryId(),
        type,
        new Source(entry.getSourceTopic(), entry.getSourcePartition()),
        entry.getSalesDay(),
        entry.getCarriedOverFrom(),
        entry.getContractVersion(),
        figures(entry, type),
        debits(entry.getPostings()),
        detail(entry.getLine()),
        entry.getHash(),
        at);
  }

  /// Of any type.
  static Posted posted(JournalEntryPosted entry, Instant at) {
    Map<String, Long> legs = new TreeMap<>();
    for (Posting leg : entry.getPostings()) {
      legs.merge(leg.getAccount(), leg.getAmount(), Math::addExact);
    }
    return new Posted(
        entry.getCauseEventId(),
        entry.getEntryId(),
        entry.getSalesDay(),
        head(entry),
        entry.getType(),
        legs,
        at);
  }

  static LedgerMark mark(LedgerDayClosed closed) {
    return new LedgerMark(
        closed.getDay(),
        new Source(closed.getSourceTopic(), closed.getPartition()),
        closed.getTotals().stream()
            .map(total ->
                new SourceTotal(
                    WireMode.read(total.getMode()),
                    total.getCurrency(),
                    total.getEntries(),
                    total.getDebits()))
            .toList(),
        Optional.ofNullable(closed.getHolds())
            .map(holds -> holds.stream().map(EntryMapper::holds).toList()));
  }

  private static SourceHolds holds(HoldTotal total) {
    return new SourceHolds(
        WireMode.read(total.getMode()),
        total.getCurrency(),
        total.getAuthorizations(),
        total.getAuthorized(),
        total.getCaptures(),
        total.getCaptured(),
        total.getReleased());
  }

  private static Head head(JournalEntryPosted entry) {
    Head head =
        new Head(entry.getMerchantId(), WireMode.read(entry.getMode()), entry.getCurrency());
    if (!head.id().equals(entry.getHead())) {
      throw new IllegalStateException(entry.getEntryId() + " is not of head " + head.id());
    }
    return head;
  }

  /// An adjustment may have its other leg on any account; all else comes from the scheme.
  private static Figures figures(JournalEntryPosted entry, LineType type) {
    long commission = sum(entry.getPostings(), "commission_income");
    long tax = sum(entry.getPostings(), "bsmv_payable");
    long net = Math.negateExact(sum(entry.getPostings(), "merchant_pending"));
    long gross =
        type == LineType.ADJUSTMENT
            ? Math.subtractExact(Math.subtractExact(net, commission), tax)
            : sum(entry.getPostings(), "scheme_receivable");
    return new Figures(gross, commission, tax, net);
  }

  private static long sum(List<Posting> postings, String account) {
    return postings.stream()
        .filter(posting -> posting.getAccount().equals(account))
        .mapToLong(Posting::getAmount)
        .reduce(0, Math::addExact);
  }

  private static long debits(List<Posting> postings) {
    return postings.stream()
        .mapToLong(Posting::getAmount)
        .filter(amount -> amount > 0)
        .reduce(0, Math::addExact);
  }

  private static Detail detail(@Nullable LineFacts facts) {
    return facts == null
        ? Detail.NONE
        : new Detail(
            facts.getPaymentId(),
            facts.getRefundId(),
            facts.getOrderId(),
            facts.getCapturedAt(),
            facts.getCardBrand(),
            facts.getLast4(),
            facts.getInstallments(),
            facts.getRrn(),
            facts.getAuthorizationCode(),
            facts.getValueDays(),
            facts.getPayoutParts(),
            new ReserveTerms(facts.getReserveBasisPoints(), facts.getReserveDays()),
            facts.getCardClass(),
            new PayoutTerms(0, facts.getSettlementCurrency(), facts.getMinimumPayout()));
  }
}
