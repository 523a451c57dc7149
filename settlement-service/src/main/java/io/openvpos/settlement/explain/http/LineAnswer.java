package io.openvpos.settlement.explain.http;

import io.openvpos.settlement.batch.domain.Batch;
import io.openvpos.settlement.batch.domain.Line;
import io.openvpos.settlement.batch.domain.ReserveTerms;
import io.openvpos.settlement.explain.LineExplanations.Explained;
import io.openvpos.settlement.explain.ValueDateSteps;
import io.openvpos.settlement.payout.domain.Conversion;
import io.openvpos.settlement.payout.domain.Payout;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A batch line and where each part of it comes from. Amounts in minor units, signed from the
/// merchant's view.
///
/// @param arithmetic the line's sum, written out
/// @param contractVersion that priced it; the ledger explains its rate and rounding, see
///   `ledgerEntry`
/// @param ledgerEntry the path of that explanation at merchant-service
record LineAnswer(
    String batchId,
    String batchDigest,
    long seq,
    String entryId,
    String entryHash,
    String eventId,
    String sourceTopic,
    int sourcePartition,
    String type,
    LocalDate salesDay,
    @Nullable LocalDate carriedOverFrom,
    String paymentId,
    @Nullable String refundId,
    String currency,
    long gross,
    long commission,
    long tax,
    long net,
    String arithmetic,
    @Nullable Integer contractVersion,
    String ledgerEntry,
    ValueDate valueDate,
    Reserve reserve,
    @Nullable ConversionAnswer conversion,
    @Nullable PayoutAnswer payout) {

  /// @param days by contract from the business day
  /// @param parts in how many parts the line becomes due, month by month
  record ValueDate(
      String calendarVersion,
      int days,
      int parts,
      @Nullable LocalDate wanted,
      List<ValueDateSteps.PassedOver> passedOver,
      LocalDate date) {}

  /// Held back of the batch's net.
  ///
  /// @param basisPoints by the contract version of the line, of the net where that is positive
  /// @param days from the business day until it is given back
  /// @param batchBasisPoints by the newest contract version of the batch, which is the one applied
  /// @param batchNet what they are of
  /// @param batchHeld what they come to, halves up
  record Reserve(int basisPoints, int days, int batchBasisPoints, long batchNet, long batchHeld) {
    static Reserve of(Explained explained) {
      ReserveTerms own = explained.line().detail().reserve();
      Batch batch = explained.batch();
      return new Reserve(
          own.basisPoints(),
          own.days(),
          batch.reserve().basisPoints(),
          batch.figures().net(),
          explained.batchReserve());
    }
  }

  /// The row of the rate table by which the day's close sold what the head was due.
  ///
  /// @param price lira for `unit` units of the currency, exact
  /// @param sold and bought of everything that was due, not of this line
  record ConversionAnswer(
      String rateTable,
      String currency,
      int unit,
      String price,
      long sold,
      long bought,
      String boughtCurrency) {
    static @Nullable ConversionAnswer of(@Nullable Conversion conversion) {
      return conversion == null
          ? null
          : new ConversionAnswer(
              conversion.rateTable(),
              conversion.from().currency(),
              conversion.unit(),
              conversion.price().toPlainString(),
              conversion.sold(),
              conversion.bought(),
              conversion.to().currency());
    }
  }

  /// The payout of the day's close that the line went into.
  record PayoutAnswer(String id, LocalDate executionDate, long amount) {
    static @Nullable PayoutAnswer of(@Nullable Payout payout) {
      return payout == null
          ? null
          : new PayoutAnswer(payout.id(), payout.executionDate(), payout.amount());
    }
  }

  static LineAnswer of(Explained explained) {
    Line line = explained.line();
    Batch batch = explained.batch();
    ValueDateSteps steps = explained.valueDate();
    return new LineAnswer(
        batch.id(),
        batch.digest(),
        line.seq(),
        line.entryId(),
        line.hash(),
        line.eventId(),
        line.source().topic(),
        line.source().partition(),
        line.type().code(),
        line.salesDay(),
        line.carriedOverFrom(),
        line.detail().paymentId(),
        line.detail().refundId(),
        line.head().currency(),
        line.figures().gross(),
        line.figures().commission(),
        line.figures().tax(),
        line.figures().net(),
        line.figures().gross()
            + " + ("
            + line.figures().commission()
            + ") + ("
            + line.figures().tax()
            + ") = "
            + line.figures().net(),
        line.contractVersion(),
        "/v1/merchants/" + line.head().merchantId() + "/ledger/entries/" + line.entryId(),
        new ValueDate(
            batch.calendarVersion(),
            line.detail().valueDays(),
            line.detail().parts(),
            steps.wanted(),
            steps.passedOver(),
            steps.valueDate()),
        Reserve.of(explained),
        ConversionAnswer.of(explained.conversion().orElse(null)),
        PayoutAnswer.of(explained.payout().orElse(null)));
  }
}
