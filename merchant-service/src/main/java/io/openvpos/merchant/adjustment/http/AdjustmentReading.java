package io.openvpos.merchant.adjustment.http;

import io.openvpos.card.CardNumbers;
import io.openvpos.merchant.adjustment.domain.AdjustmentKind;
import io.openvpos.merchant.adjustment.domain.Wanted;
import io.openvpos.merchant.profile.domain.Merchant;
import io.openvpos.merchant.request.FieldErrors;
import io.openvpos.money.Mode;
import io.openvpos.money.Money;
import java.util.Optional;
import java.util.regex.Pattern;

/// Checks a request against the merchant that it is for, and names everything wrong at once.
final class AdjustmentReading {

  private static final Pattern PAYMENT_ID = Pattern.compile("pay_[0-9A-Za-z]{1,60}");

  private final Merchant merchant;
  private final FieldErrors errors = new FieldErrors();

  private AdjustmentReading(Merchant merchant) {
    this.merchant = merchant;
  }

  static Wanted read(Merchant merchant, AdjustmentRequest sent) {
    return new AdjustmentReading(merchant).wanted(sent);
  }

  private Wanted wanted(AdjustmentRequest sent) {
    String code = errors.required(sent.mode(), "/mode");
    Optional<Mode> mode =
        merchant.modes().stream().filter(one -> one.code().equals(code)).findFirst();
    errors.check(code.isEmpty() || mode.isPresent(), "/mode", "invalid");
    String currency = errors.required(sent.currency(), "/currency");
    errors.check(
        currency.isEmpty() || merchant.currencies().contains(currency), "/currency", "invalid");
    Long amount = sent.amount();
    errors.check(amount != null, "/amount", "required");
    errors.check(amount == null || Wanted.withinBounds(amount), "/amount", "out_of_range");
    Optional<AdjustmentKind> kind =
        sent.kind() == null
            ? Optional.of(AdjustmentKind.CORRECTION)
            : AdjustmentKind.of(sent.kind());
    errors.check(kind.isPresent(), "/kind", "invalid");
    String reason = errors.required(sent.reason(), "/reason");
    errors.check(reason.length() <= Wanted.MAX_REASON, "/reason", "too_long");
    errors.check(!CardNumbers.mayBeIn(reason), "/reason", "card_number_not_allowed");
    String paymentId = sent.paymentId();
    errors.check(
        paymentId == null || PAYMENT_ID.matcher(paymentId).matches(), "/payment_id", "invalid");
    errors.throwIfAny();
    return new Wanted(
        merchant.id(),
        mode.orElseThrow(),
        Money.of(amount == null ? 0 : amount, currency),
        kind.orElseThrow(),
        reason,
        paymentId);
  }
}
