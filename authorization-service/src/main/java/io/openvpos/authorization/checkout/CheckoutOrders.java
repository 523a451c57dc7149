package io.openvpos.authorization.checkout;

import io.openvpos.authorization.checkout.domain.SessionTerms;
import io.openvpos.authorization.payment.AuthenticationWish;
import io.openvpos.authorization.payment.AuthorizationOrder;
import io.openvpos.authorization.payment.AuthorizationOrder.Source;
import io.openvpos.authorization.payment.Keys;
import io.openvpos.authorization.vault.SubmittedCard;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Makes the order of an attempt: the one place where a session becomes a payment.
public final class CheckoutOrders {

  /// The name of the session in the payment's metadata.
  public static final String SESSION_ID = "session_id";

  private CheckoutOrders() {}

  /// What the payer sends.
  ///
  /// @param address where the browser is, as the connection says
  /// @param page the session's own page, where the browser comes back to from 3-D Secure; null
  ///   where the merchant has none of that
  public record Payer(SubmittedCard card, int installments, String address, @Nullable URI page) {}

  static String paymentId(SessionTerms terms, int attempt) {
    return Keys.paymentId(
        terms.merchantId(), terms.mode(), "POST", "/checkout/" + terms.id(), "attempt-" + attempt);
  }

  /// The hash is the attempt's and not the card's: a card that is sent again for it, by whomever,
  /// finds the payment that there is.
  public static AuthorizationOrder order(SessionTerms terms, int attempt, Payer payer) {
    return order(
        terms,
        attempt,
        new Source.Submitted(payer.card()),
        payer.installments(),
        payer.address(),
        wish(payer.page()));
  }

  private static @Nullable AuthenticationWish wish(@Nullable URI page) {
    return page == null ? null : new AuthenticationWish(page.toString(), false, null);
  }

  static AuthorizationOrder order(
      SessionTerms terms,
      int attempt,
      Source source,
      int installments,
      String address,
      @Nullable AuthenticationWish authentication) {
    String paymentId = paymentId(terms, attempt);
    Map<String, String> metadata = new LinkedHashMap<>(terms.metadata());
    metadata.put(SESSION_ID, terms.id());
    return new AuthorizationOrder(
        paymentId,
        Keys.requestHash("checkout|" + paymentId),
        terms.merchantId(),
        terms.mode(),
        terms.amount(),
        terms.orderId(),
        terms.captureMethod(),
        installments,
        source,
        address,
        terms.email(),
        null,
        terms.description(),
        metadata,
        authentication,
        null);
  }
}
