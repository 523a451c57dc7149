package io.openvpos.authorization.checkout.domain;

import io.openvpos.money.Mode;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// An address that a shop sends to a payer, or prints. One for a single payment leads to one
/// session, which lasts as long as the link: so it is paid at most once, by the session's own rule.
/// One for many payments opens a session for each visit.
///
/// @param key made of what created the link: the same request finds the same link
/// @param id random, because whoever knows it sees the sale
/// @param success where payers go after the payment; null: the page itself says so
/// @param sessionId of a link for a single payment; null for many
/// @param active false once the shop took it back
public record PaymentLink(
    String key,
    String id,
    String requestHash,
    String merchantId,
    Mode mode,
    Sale sale,
    @Nullable String success,
    @Nullable String sessionId,
    Instant createdAt,
    Instant expiresAt,
    boolean active,
    long version) {

  /// Whether many may pay by it.
  public boolean isReusable() {
    return sessionId == null;
  }

  /// What a shop reads of it at a moment.
  ///
  /// @param session status of the one session; null where there is none
  public LinkStatus statusAt(Instant now, @Nullable SessionStatus session) {
    if (session != null) {
      return LinkStatus.of(session);
    }
    if (!active) {
      return LinkStatus.DEACTIVATED;
    }
    return now.isBefore(expiresAt) ? LinkStatus.ACTIVE : LinkStatus.EXPIRED;
  }

  public PaymentLink deactivated() {
    return new PaymentLink(
        key,
        id,
        requestHash,
        merchantId,
        mode,
        sale,
        success,
        sessionId,
        createdAt,
        expiresAt,
        false,
        version);
  }

  @Override
  public String toString() {
    return "PaymentLink[" + merchantId + ", " + sale.amount() + "]";
  }
}
