package io.openvpos.authorization.checkout.domain;

import io.openvpos.authorization.payment.domain.PaymentTerms.CaptureMethod;
import io.openvpos.money.Money;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What a shop sells: shown to the payer, and what the payment will be.
///
/// @param amount what is paid
/// @param locale of the page until the payer chooses: `tr` or `en`
/// @param lineItems shown and never added up
public record Sale(
    Money amount,
    @Nullable String orderId,
    CaptureMethod captureMethod,
    boolean installmentsAllowed,
    String locale,
    @Nullable String description,
    List<LineItem> lineItems,
    Map<String, String> metadata) {

  public Sale {
    lineItems = List.copyOf(lineItems);
    metadata = Map.copyOf(metadata);
  }
}
