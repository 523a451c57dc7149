package io.openvpos.authorization.checkout.domain;

import io.openvpos.authorization.payment.domain.PaymentTerms.CaptureMethod;
import io.openvpos.money.Mode;
import io.openvpos.money.Money;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What the shop asked for. Never changes.
///
/// @param key made of what created the session: the same request finds the same session
/// @param id random, because whoever knows it may pay
/// @param requestHash of the request that created it
/// @param locale of the page until the payer chooses: `tr` or `en`
/// @param email the payer's as the shop knows it
/// @param returnSecret what the shop checks the payer's return by
public record SessionTerms(
    String key,
    String id,
    String requestHash,
    String merchantId,
    Mode mode,
    Money amount,
    @Nullable String orderId,
    CaptureMethod captureMethod,
    boolean installmentsAllowed,
    String locale,
    @Nullable String email,
    @Nullable String description,
    List<LineItem> lineItems,
    Map<String, String> metadata,
    ShopAddresses addresses,
    String url,
    String returnSecret,
    Instant createdAt,
    Instant expiresAt) {

  public SessionTerms {
    lineItems = List.copyOf(lineItems);
    metadata = Map.copyOf(metadata);
  }

  /// From the very instant on.
  public boolean expiredAt(Instant now) {
    return !now.isBefore(expiresAt);
  }

  /// What is sold.
  public Sale sale() {
    return new Sale(
        amount,
        orderId,
        captureMethod,
        installmentsAllowed,
        locale,
        description,
        lineItems,
        metadata);
  }

  @Override
  public String toString() {
    return "SessionTerms[" + merchantId + ", " + amount + "]";
  }
}
