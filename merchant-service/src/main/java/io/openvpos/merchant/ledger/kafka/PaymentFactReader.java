package io.openvpos.merchant.ledger.kafka;

import io.openvpos.merchant.ledger.domain.journal.HeadKey;
import io.openvpos.merchant.ledger.domain.journal.Invariant;
import io.openvpos.merchant.ledger.domain.journal.Portion;
import io.openvpos.merchant.ledger.domain.posting.Movement;
import io.openvpos.merchant.ledger.domain.posting.Sale;
import io.openvpos.merchant.ledger.kafka.FactReader.Owner;
import io.openvpos.merchant.ledger.kafka.LedgerRecord.PostsNothing;
import io.openvpos.money.Money;
import io.openvpos.schemas.WireMode;
import io.openvpos.schemas.WireMoney;
import io.openvpos.schemas.authorization.CapturePortion;
import io.openvpos.schemas.authorization.PaymentCaptured;
import io.openvpos.schemas.authorization.PaymentFacts;
import io.openvpos.schemas.authorization.PaymentRefunded;
import io.openvpos.schemas.authorization.PaymentVoided;
import java.util.List;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;

/// The payment facts that move money.
final class PaymentFactReader {

  private PaymentFactReader() {}

  static LedgerRecord read(SpecificRecord record) {
    return switch (record) {
      case PaymentCaptured captured -> captured(captured);
      case PaymentVoided voided -> voided(voided);
      case PaymentRefunded refunded -> refunded(refunded);
      default ->
          throw new IllegalStateException("not a ledger fact: " + record.getSchema().getFullName());
    };
  }

  static HeadKey head(Owner owner) {
    return new HeadKey(owner.merchantId(), WireMode.read(owner.mode()), owner.money().currency());
  }

  private static LedgerRecord captured(PaymentCaptured captured) {
    Money amount = WireMoney.read(captured.getAmount());
    PaymentFacts payment = captured.getPayment();
    return FactReader.line(
        captured.getEnvelope(),
        owner(payment, amount),
        captured.getSalesDay(),
        new Movement.Capture(amount.minorUnits(), captured.getContractVersion()),
        sale(payment, null, payment.getRrn()));
  }

  private static LedgerRecord voided(PaymentVoided voided) {
    Money amount = WireMoney.read(voided.getAmount());
    if (voided.getCaptures().isEmpty()) {
      Invariant.check(amount.isZero(), "a void of an amount names its captures");
      return new PostsNothing();
    }
    List<Portion> portions = portions(voided.getCaptures(), amount);
    Invariant.check(
        portions.stream().mapToLong(Portion::amount).sum() == amount.minorUnits(),
        "a void is the sum of its captures");
    PaymentFacts payment = voided.getPayment();
    return FactReader.line(
        voided.getEnvelope(),
        owner(payment, amount),
        voided.getSalesDay(),
        new Movement.Cancellation(portions),
        sale(payment, null, payment.getRrn()));
  }

  private static LedgerRecord refunded(PaymentRefunded refunded) {
    Money amount = WireMoney.read(refunded.getAmount());
    PaymentFacts payment = refunded.getPayment();
    return FactReader.line(
        refunded.getEnvelope(),
        owner(payment, amount),
        refunded.getSalesDay(),
        new Movement.Refund(amount.minorUnits(), portions(refunded.getCaptures(), amount)),
        sale(payment, refunded.getRefundId(), refunded.getRefundRrn()));
  }

  private static Owner owner(PaymentFacts payment, Money amount) {
    return new Owner(payment.getMerchantId(), payment.getMode(), amount);
  }

  private static Sale sale(PaymentFacts payment, @Nullable String refundId, @Nullable String rrn) {
    return new Sale(
        payment.getPaymentId(),
        refundId,
        payment.getOrderId(),
        payment.getCard().getBrand(),
        payment.getCard().getCardClass(),
        payment.getCard().getLast4(),
        payment.getInstallments(),
        rrn,
        payment.getAuthorizationCode());
  }

  private static List<Portion> portions(List<CapturePortion> captures, Money amount) {
    return captures.stream()
        .map(capture -> {
          Money captured = WireMoney.read(capture.getCaptured());
          Invariant.check(
              captured.currency().equals(amount.currency()), "a payment has one currency");
          return new Portion(
              captured.minorUnits(),
              capture.getContractVersion(),
              capture.getRefundedBefore(),
              capture.getRefundedAfter());
        })
        .toList();
  }
}
