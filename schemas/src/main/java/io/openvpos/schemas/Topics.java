package io.openvpos.schemas;

import io.openvpos.schemas.Topic.Partitioning;
import io.openvpos.schemas.Topic.Retention;
import java.util.List;

/// Every topic of the platform. Each has one writer, named by its first word.
public final class Topics {

  /// Key: card fingerprint. RiskCheckRequested.
  public static final Topic RISK_CHECKS =
      new Topic("authorization.risk-checks.v1", Partitioning.FREE, Retention.DAYS_50);

  /// Key: payment id, written to the partition that the asker reads. RiskAssessed.
  public static final Topic ASSESSMENTS =
      new Topic("fraud.assessments.v1", Partitioning.FREE, Retention.HOURS_1);

  /// Key: card fingerprint. PaymentLabeled, PaymentRefundNoted.
  public static final Topic LABELS =
      new Topic("fraud.labels.v1", Partitioning.FREE, Retention.DAYS_50);

  /// Key: merchant id. The payment facts and BusinessDayEnded.
  public static final Topic PAYMENTS =
      new Topic("authorization.payments.v1", Partitioning.MONEY, Retention.FOR_EVER);

  /// Key: merchant id. AnswerReplayed, WebhookAccepted.
  public static final Topic REPLAYS =
      new Topic("authorization.replays.v1", Partitioning.FREE, Retention.DAYS_35);

  /// Key: merchant id. MerchantProfile.
  public static final Topic PROFILES =
      new Topic("merchant.profiles.v1", Partitioning.FREE, Retention.COMPACTED);

  /// Key: merchant id, in the partition of the cause. JournalEntryPosted and LedgerDayClosed.
  public static final Topic LEDGER_ENTRIES =
      new Topic("merchant.ledger-entries.v1", Partitioning.MONEY, Retention.FOR_EVER);

  /// Key: merchant id. AdjustmentApproved and BusinessDayEnded.
  public static final Topic ADJUSTMENTS =
      new Topic("merchant.adjustments.v1", Partitioning.MONEY, Retention.FOR_EVER);

  /// BusinessDayOpened, BusinessDayCloseRequested, BusinessDayClosed.
  public static final Topic BUSINESS_DAYS =
      new Topic("settlement.business-days.v1", Partitioning.SINGLE, Retention.FOR_EVER);

  /// Key: merchant id. BatchClosed.
  public static final Topic BATCHES =
      new Topic("settlement.batches.v1", Partitioning.MONEY, Retention.FOR_EVER);

  /// Key: merchant id. PayoutInstructed, PayoutConfirmed, PayoutRejected, PayoutReturned,
  /// ReserveHeld, ReserveReleased, CurrencyConverted.
  public static final Topic PAYOUTS =
      new Topic("settlement.payouts.v1", Partitioning.MONEY, Retention.FOR_EVER);

  /// Key: merchant id. ChargebackReceived, ChargebackReversed and BusinessDayEnded.
  public static final Topic CHARGEBACKS =
      new Topic("settlement.chargebacks.v1", Partitioning.MONEY, Retention.FOR_EVER);

  /// Key: merchant id. ReportReady.
  public static final Topic REPORTS =
      new Topic("settlement.reports.v1", Partitioning.FREE, Retention.FOR_EVER);

  public static final List<Topic> ALL =
      List.of(
          RISK_CHECKS,
          ASSESSMENTS,
          LABELS,
          PAYMENTS,
          REPLAYS,
          PROFILES,
          LEDGER_ENTRIES,
          ADJUSTMENTS,
          BUSINESS_DAYS,
          BATCHES,
          PAYOUTS,
          CHARGEBACKS,
          REPORTS);

  /// The topics whose day ends with markers; the cut waits for the ledger's answer to each.
  public static final List<Topic> DAY_SOURCES = List.of(PAYMENTS, CHARGEBACKS, ADJUSTMENTS);

  private Topics() {}

  /// The topic of that name; an unknown one is an [IllegalArgumentException].
  public static Topic named(String name) {
    return ALL.stream()
        .filter(topic -> topic.name().equals(name))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("not a topic of the platform: " + name));
  }
}
