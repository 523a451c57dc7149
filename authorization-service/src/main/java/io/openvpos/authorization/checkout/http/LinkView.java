package io.openvpos.authorization.checkout.http;

import io.openvpos.authorization.checkout.PaymentLinks.Standing;
import io.openvpos.authorization.checkout.domain.LinkStatus;
import io.openvpos.authorization.checkout.domain.PaymentLink;
import io.openvpos.money.Mode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A payment link as the shop reads it.
///
/// @param paymentId of a link for a single payment, once that is approved
record LinkView(
    String id,
    String object,
    String status,
    String url,
    boolean reusable,
    long amount,
    String currency,
    @Nullable String orderId,
    @Nullable String description,
    @Nullable String paymentId,
    boolean test,
    String createdAt,
    String expiresAt) {

  /// Some of a merchant's, newest first.
  record Page(List<LinkView> data, boolean hasMore) {}

  /// The answer to the request that made it, the same whenever it is repeated.
  static LinkView made(PaymentLink link, String url) {
    return of(new Standing(link, LinkStatus.ACTIVE, null), url);
  }

  static LinkView of(Standing standing, String url) {
    PaymentLink link = standing.link();
    return new LinkView(
        link.id(),
        "payment_link",
        standing.status().code(),
        url,
        link.isReusable(),
        link.sale().amount().minorUnits(),
        link.sale().amount().currency().getCurrencyCode(),
        link.sale().orderId(),
        link.sale().description(),
        standing.paymentId(),
        link.mode() == Mode.TEST,
        link.createdAt().toString(),
        link.expiresAt().toString());
  }
}
