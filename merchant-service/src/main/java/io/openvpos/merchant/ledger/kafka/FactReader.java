package io.openvpos.merchant.ledger.kafka;

import io.openvpos.merchant.ledger.domain.journal.EntryType;
import io.openvpos.merchant.ledger.domain.journal.Invariant;
import io.openvpos.merchant.ledger.domain.posting.Fact;
import io.openvpos.merchant.ledger.domain.posting.Movement;
import io.openvpos.merchant.ledger.domain.posting.Sale;
import io.openvpos.merchant.ledger.kafka.LedgerRecord.Converts;
import io.openvpos.merchant.ledger.kafka.LedgerRecord.DayEnded;
import io.openvpos.merchant.ledger.kafka.LedgerRecord.Posts;
import io.openvpos.merchant.ledger.kafka.LedgerRecord.PostsNothing;
import io.openvpos.money.Money;
import io.openvpos.schemas.BusinessDayEnded;
import io.openvpos.schemas.Envelope;
import io.openvpos.schemas.Mode;
import io.openvpos.schemas.WireMoney;
import io.openvpos.schemas.authorization.PaymentAuthorized;
import io.openvpos.schemas.authorization.PaymentDeclined;
import io.openvpos.schemas.authorization.PaymentExpired;
import io.openvpos.schemas.authorization.PaymentReversed;
import io.openvpos.schemas.merchant.AdjustmentApproved;
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
import org.apache.avro.specific.SpecificRecord;

/// Reads the facts of every topic that posts. An unknown record, an unknown mode or an impossible
/// amount is an exception: the partition stops, nothing is skipped.
final class FactReader {

  private static final LedgerRecord NOTHING = new PostsNothing();

  private FactReader() {}

  static LedgerRecord read(SpecificRecord record, String topic, int partition) {
    return switch (record) {
      case PaymentAuthorized _, PaymentDeclined _, PaymentReversed _, PaymentExpired _ -> NOTHING;
      case BusinessDayEnded marker -> marker(marker, topic, partition);
      case BatchClosed closed -> batch(closed);
      case ChargebackReceived received -> chargeback(received);
      case ChargebackReversed reversed -> chargebackReversal(reversed);
      case AdjustmentApproved approved -> adjustment(approved);
      case PayoutInstructed it ->
          payout(it.getEnvelope(), it.getPayout(), EntryType.PAYOUT_INSTRUCTED);
      case PayoutConfirmed it ->
          payout(it.getEnvelope(), it.getPayout(), EntryType.PAYOUT_CONFIRMED);
      case PayoutRejected it -> payout(it.getEnvelope(), it.getPayout(), EntryType.PAYOUT_REJECTED);
      case PayoutReturned it -> payout(it.getEnvelope(), it.getPayout(), EntryType.PAYOUT_RETURNED);
      case ReserveHeld held ->
          reserve(
              held.getEnvelope(),
              new Owner(held.getMerchantId(), held.getMode(), WireMoney.read(held.getAmount())),
              held.getSalesDay(),
              EntryType.RESERVE_HELD);
      case ReserveReleased released ->
          reserve(
              released.getEnvelope(),
              new Owner(
                  released.getMerchantId(),
                  released.getMode(),
                  WireMoney.read(released.getAmount())),
              released.getSalesDay(),
              EntryType.RESERVE_RELEASED);
      case CurrencyConverted converted -> conversion(converted);
      default -> PaymentFactReader.read(record);
    };
  }

  private static LedgerRecord marker(BusinessDayEnded marker, String topic, int partition) {
    Invariant.check(
        marker.getTopic().equals(topic) && marker.getPartition() == partition,
        "a marker copied from another partition");
    return new DayEnded(marker.getDay(), marker.getEnvelope().getOccurredAt());
  }

  private static LedgerRecord batch(BatchClosed closed) {
    Money net = WireMoney.read(closed.getNet());
    return fact(
        closed.getEnvelope(),
        new Owner(closed.getMerchantId(), closed.getMode(), net),
        closed.getSalesDay(),
        new Movement.BatchClose(net.minorUnits()));
  }

  private static LedgerRecord payout(Envelope envelope, Payout payout, EntryType type) {
    Money amount = WireMoney.read(payout.getAmount());
    return fact(
        envelope,
        new Owner(payout.getMerchantId(), payout.getMode(), amount),
        payout.getSalesDay(),
        new Movement.Transfer(type, amount.minorUnits()));
  }

  private static LedgerRecord reserve(
      Envelope envelope, Owner owner, LocalDate day, EntryType type) {
    return fact(envelope, owner, day, new Movement.Transfer(type, owner.money().minorUnits()));
  }

  private static LedgerRecord conversion(CurrencyConverted converted) {
    Money sold = WireMoney.read(converted.getSold());
    Money bought = WireMoney.read(converted.getBought());
    Invariant.check(!sold.currency().equals(bought.currency()), "a conversion into the same");
    return new Converts(
        half(converted, ":out", sold, EntryType.CONVERSION_OUT),
        half(converted, ":in", bought, EntryType.CONVERSION_IN));
  }

  private static Fact half(CurrencyConverted converted, String side, Money money, EntryType type) {
    Owner owner = new Owner(converted.getMerchantId(), converted.getMode(), money);
    return new Fact(
        converted.getEnvelope().getEventId() + side,
        PaymentFactReader.head(owner),
        converted.getSalesDay(),
        converted.getEnvelope().getOccurredAt(),
        new Movement.Transfer(type, money.minorUnits()),
        null);
  }

  private static LedgerRecord chargeback(ChargebackReceived received) {
    Money amount = WireMoney.read(received.getAmount());
    return line(
        received.getEnvelope(),
        new Owner(received.getMerchantId(), received.getMode(), amount),
        received.getSalesDay(),
        new Movement.Chargeback(amount.minorUnits(), received.getContractVersion()),
        Sale.ofPayment(received.getPaymentId()));
  }

  private static LedgerRecord chargebackReversal(ChargebackReversed reversed) {
    Money amount = WireMoney.read(reversed.getAmount());
    return line(
        reversed.getEnvelope(),
        new Owner(reversed.getMerchantId(), reversed.getMode(), amount),
        reversed.getSalesDay(),
        new Movement.ChargebackReversal(amount.minorUnits(), reversed.getContractVersion()),
        Sale.ofPayment(reversed.getPaymentId()));
  }

  private static LedgerRecord adjustment(AdjustmentApproved approved) {
    Money amount = WireMoney.read(approved.getAmount());
    String paymentId = approved.getPaymentId();
    return line(
        approved.getEnvelope(),
        new Owner(approved.getMerchantId(), approved.getMode(), amount),
        approved.getSalesDay(),
        movement(approved, amount.minorUnits()),
        Sale.ofPayment(paymentId == null ? "" : paymentId));
  }

  /// A kind that this reader does not know stops the partition.
  private static Movement movement(AdjustmentApproved approved, long amount) {
    Integer version = approved.getContractVersion();
    return switch (approved.getKind()) {
      case "correction" -> new Movement.Adjustment(amount);
      case "fee" -> {
        if (version == null) {
          throw new IllegalStateException("a fee names its contract version");
        }
        yield new Movement.Fee(amount, version);
      }
      default -> throw new IllegalStateException("not a kind: " + approved.getKind());
    };
  }

  /// Whose money, and in which currency.
  record Owner(String merchantId, Mode mode, Money money) {}

  static LedgerRecord fact(Envelope envelope, Owner owner, LocalDate day, Movement movement) {
    return new Posts(
        new Fact(
            envelope.getEventId(),
            PaymentFactReader.head(owner),
            day,
            envelope.getOccurredAt(),
            movement,
            null));
  }

  static LedgerRecord line(
      Envelope envelope, Owner owner, LocalDate day, Movement movement, Sale sale) {
    return new Posts(
        new Fact(
            envelope.getEventId(),
            PaymentFactReader.head(owner),
            day,
            envelope.getOccurredAt(),
            movement,
            sale));
  }
}
