package io.openvpos.fraud.embedded;

import io.openvpos.money.Money;
import io.openvpos.schemas.Envelope;
import io.openvpos.schemas.Mode;
import io.openvpos.schemas.WireMoney;
import io.openvpos.schemas.authorization.Card;
import io.openvpos.schemas.authorization.PaymentAuthorized;
import io.openvpos.schemas.authorization.PaymentCaptured;
import io.openvpos.schemas.authorization.PaymentDeclined;
import io.openvpos.schemas.authorization.PaymentExpired;
import io.openvpos.schemas.authorization.PaymentFacts;
import io.openvpos.schemas.authorization.PaymentRefunded;
import io.openvpos.schemas.authorization.PaymentReversed;
import io.openvpos.schemas.authorization.PaymentVoided;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Facts of one payment of the asker's merchant, as the edge tells them, a second apart.
public final class PaymentLife {

  private static final LocalDate DAY = LocalDate.of(2026, 11, 28);

  private final String paymentId;
  private final Instant begin;
  private Mode mode = Mode.TEST;
  private long told;

  public PaymentLife(String paymentId, Instant begin) {
    this.paymentId = paymentId;
    this.begin = begin;
  }

  public PaymentLife in(Mode other) {
    mode = other;
    return this;
  }

  public PaymentAuthorized authorized(long amount) {
    return new PaymentAuthorized(envelope(), payment(), DAY, money(amount), "manual");
  }

  public PaymentDeclined declined(long amount, String code) {
    return new PaymentDeclined(envelope(), payment(), DAY, money(amount), code, null);
  }

  public PaymentCaptured captured(long amount) {
    return new PaymentCaptured(envelope(), payment(), DAY, money(amount), 1, true, 0L, 0L);
  }

  public PaymentVoided voided(long captured, @Nullable Long released) {
    return new PaymentVoided(envelope(), payment(), DAY, money(captured), List.of(), released, 0L);
  }

  public PaymentReversed reversed(long amount) {
    return new PaymentReversed(envelope(), payment(), DAY, money(amount));
  }

  public PaymentRefunded refunded(long amount) {
    Envelope envelope = envelope();
    return new PaymentRefunded(
        envelope,
        payment(),
        DAY,
        "re_" + envelope.getEventId(),
        money(amount),
        "000000000000",
        List.of());
  }

  public PaymentExpired expired(long released) {
    return new PaymentExpired(envelope(), payment(), DAY, money(released), 0L);
  }

  private Envelope envelope() {
    told++;
    return Envelope.newBuilder()
        .setEventId(paymentId + ":" + told)
        .setOccurredAt(begin.plusSeconds(told))
        .setAggregateVersion(told)
        .build();
  }

  private PaymentFacts payment() {
    return PaymentFacts.newBuilder()
        .setPaymentId(paymentId)
        .setMerchantId("m1")
        .setMode(mode)
        .setOrderId("")
        .setCard(new Card("visa", "41556501", "6111", "credit", "TR", "own_bank"))
        .setInstallments(1)
        .build();
  }

  private static io.openvpos.schemas.Money money(long amount) {
    return WireMoney.of(Money.of(amount, "TRY"));
  }
}
