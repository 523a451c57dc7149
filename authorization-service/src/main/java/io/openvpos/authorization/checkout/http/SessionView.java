package io.openvpos.authorization.checkout.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.openvpos.authorization.checkout.Seen;
import io.openvpos.authorization.checkout.domain.CheckoutSession;
import io.openvpos.authorization.checkout.domain.SessionStatus;
import io.openvpos.authorization.checkout.domain.SessionTerms;
import io.openvpos.authorization.payment.PaymentRecord;
import io.openvpos.money.Mode;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A session as the shop reads it.
///
/// @param paymentId of the approved payment, or of one on its way
/// @param attempts cards that were declined
/// @param returnSecret told when the session is opened and never again
record SessionView(
    String id,
    String object,
    String status,
    String url,
    long amount,
    String currency,
    @Nullable String orderId,
    @Nullable String paymentId,
    int attempts,
    boolean test,
    String createdAt,
    String expiresAt,
    @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String returnSecret) {

  /// The answer to the request that opened it, the same whenever it is repeated.
  static SessionView opened(CheckoutSession session) {
    return of(session.terms(), SessionStatus.OPEN, null, 0, session.terms().returnSecret());
  }

  static SessionView of(Seen seen) {
    CheckoutSession session = seen.session();
    String paymentId =
        Optional.ofNullable(seen.payment()).map(PaymentRecord::id).orElse(session.paymentId());
    return of(session.terms(), seen.status(), paymentId, session.declines().size(), null);
  }

  private static SessionView of(
      SessionTerms terms,
      SessionStatus status,
      @Nullable String paymentId,
      int attempts,
      @Nullable String secret) {
    return new SessionView(
        terms.id(),
        "checkout_session",
        status.code(),
        terms.url(),
        terms.amount().minorUnits(),
        terms.amount().currency().getCurrencyCode(),
        terms.orderId(),
        paymentId,
        attempts,
        terms.mode() == Mode.TEST,
        terms.createdAt().toString(),
        terms.expiresAt().toString(),
        secret);
  }
}
