package io.openvpos.sandbox.verify.books;

import io.openvpos.sandbox.verify.books.BookedEntry.Posting;
import io.openvpos.schemas.Envelope;
import io.openvpos.schemas.Mode;
import io.openvpos.schemas.Money;
import io.openvpos.schemas.WireMode;
import io.openvpos.schemas.authorization.PaymentCaptured;
import io.openvpos.schemas.authorization.PaymentFacts;
import io.openvpos.schemas.authorization.PaymentRefunded;
import io.openvpos.schemas.authorization.PaymentVoided;
import io.openvpos.schemas.merchant.AdjustmentApproved;
import io.openvpos.schemas.merchant.JournalEntryPosted;
import io.openvpos.schemas.settlement.BatchClosed;
import io.openvpos.schemas.settlement.ChargebackReceived;
import io.openvpos.schemas.settlement.ChargebackReversed;
import io.openvpos.schemas.settlement.CurrencyConverted;
import io.openvpos.schemas.settlement.Payout;
import io.openvpos.schemas.settlement.PayoutConfirmed;
import io.openvpos.schemas.settlement.PayoutInstructed;
import io.openvpos.schemas.settlement.PayoutRejected;
import io.openvpos.schemas.settlement.PayoutReturned;
import io.openvpos.schemas.settlement.ReserveHeld;
import io.openvpos.schemas.settlement.ReserveReleased;
import java.time.LocalDate;
import java.util.List;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;

/// What the records of the topics mean for the ledger. Amounts are taken from the fact itself, the
/// prices are not computed anew.
public final class TopicReading {

  private TopicReading() {}

  /// The entries that the record must have made.
  public static List<PostingFact> postings(SpecificRecord record) {
    if (record instanceof CurrencyConverted it) {
      return List.of(
          half(it, ":out", "conversion_out", it.getSold(), 1),
          half(it, ":in", "conversion_in", it.getBought(), -1));
    }
    PostingFact one = posting(record);
    return one == null ? List.of() : List.of(one);
  }

  private static PostingFact half(
      CurrencyConverted it, String side, String type, Money amount, int sign) {
    return new PostingFact(
        it.getEnvelope().getEventId() + side,
        head(it.getMerchantId(), it.getMode(), amount),
        type,
        sign * amount.getMinorUnits(),
        it.getSalesDay());
  }

  /// The entry that the record must have made; null if it posts nothing, or more than one.
  public static @Nullable PostingFact posting(SpecificRecord record) {
    return switch (record) {
      case PaymentCaptured it -> captured(it);
      case PaymentVoided it -> it.getCaptures().isEmpty() ? null : voided(it);
      case PaymentRefunded it -> refunded(it);
      case ChargebackReceived it -> chargeback(it);
      case ChargebackReversed it -> chargebackReversal(it);
      case AdjustmentApproved it -> adjustment(it);
      case BatchClosed it -> batchClosed(it);
      case PayoutInstructed it -> payout(it.getEnvelope(), it.getPayout(), "payout_instructed", 1);
      case PayoutConfirmed it -> payout(it.getEnvelope(), it.getPayout(), "payout_confirmed", 1);
      case PayoutRejected it -> payout(it.getEnvelope(), it.getPayout(), "payout_rejected", 1);
      case PayoutReturned it -> payout(it.getEnvelope(), it.getPayout(), "payout_returned", -1);
      case ReserveHeld it ->
          new PostingFact(
              it.getEnvelope().getEventId(),
              head(it.getMerchantId(), it.getMode(), it.getAmount()),
              "reserve_held",
              it.getAmount().getMinorUnits(),
              it.getSalesDay());
      case ReserveReleased it ->
          new PostingFact(
              it.getEnvelope().getEventId(),
              head(it.getMerchantId(), it.getMode(), it.getAmount()),
              "reserve_released",
              -it.getAmount().getMinorUnits(),
              it.getSalesDay());
      default -> null;
    };
  }

  private static PostingFact captured(PaymentCaptured it) {
    return ofPayment(
        it.getEnvelope(), it.getPayment(), "capture", it.getAmount(), 1, it.getSalesDay());
  }

  private static PostingFact voided(PaymentVoided it) {
    return ofPayment(
        it.getEnvelope(), it.getPayment(), "void", it.getAmount(), -1, it.getSalesDay());
  }

  private static PostingFact refunded(PaymentRefunded it) {
    return ofPayment(
        it.getEnvelope(), it.getPayment(), "refund", it.getAmount(), -1, it.getSalesDay());
  }

  private static PostingFact chargeback(ChargebackReceived it) {
    Money amount = it.getAmount();
    return new PostingFact(
        it.getEnvelope().getEventId(),
        head(it.getMerchantId(), it.getMode(), amount),
        "chargeback",
        -amount.getMinorUnits(),
        it.getSalesDay());
  }

  private static PostingFact chargebackReversal(ChargebackReversed it) {
    Money amount = it.getAmount();
    return new PostingFact(
        it.getEnvelope().getEventId(),
        head(it.getMerchantId(), it.getMode(), amount),
        "chargeback_reversal",
        amount.getMinorUnits(),
        it.getSalesDay());
  }

  private static PostingFact adjustment(AdjustmentApproved it) {
    Money amount = it.getAmount();
    return new PostingFact(
        it.getEnvelope().getEventId(),
        head(it.getMerchantId(), it.getMode(), amount),
        "adjustment",
        amount.getMinorUnits(),
        it.getSalesDay());
  }

  private static PostingFact batchClosed(BatchClosed it) {
    Money net = it.getNet();
    return new PostingFact(
        it.getEnvelope().getEventId(),
        head(it.getMerchantId(), it.getMode(), net),
        "batch_close",
        net.getMinorUnits(),
        it.getSalesDay());
  }

  private static PostingFact payout(Envelope envelope, Payout payout, String type, int sign) {
    Money amount = payout.getAmount();
    return new PostingFact(
        envelope.getEventId(),
        head(payout.getMerchantId(), payout.getMode(), amount),
        type,
        sign * amount.getMinorUnits(),
        payout.getSalesDay());
  }

  private static PostingFact ofPayment(
      Envelope envelope,
      PaymentFacts payment,
      String type,
      Money amount,
      int sign,
      LocalDate salesDay) {
    return new PostingFact(
        envelope.getEventId(),
        head(payment.getMerchantId(), payment.getMode(), amount),
        type,
        sign * amount.getMinorUnits(),
        salesDay);
  }

  /// The entry as it was told.
  public static BookedEntry entry(JournalEntryPosted it) {
    return new BookedEntry(
        it.getEntryId(),
        it.getHead(),
        it.getSeq(),
        it.getCauseEventId(),
        it.getType(),
        it.getSalesDay(),
        it.getCarriedOverFrom(),
        it.getContractVersion(),
        it.getPostings().stream()
            .map(leg -> new Posting(leg.getAccount(), leg.getAmount()))
            .toList(),
        it.getPreviousHash(),
        it.getHash(),
        it.getSourceTopic(),
        it.getSourcePartition(),
        null);
  }

  /// `merchant|mode|currency`.
  public static String head(String merchantId, Mode mode, Money money) {
    return merchantId + "|" + WireMode.read(mode).code() + "|" + money.getCurrency();
  }
}
