package io.openvpos.authorization.checkout;

import io.openvpos.authorization.checkout.domain.CheckoutSession;
import io.openvpos.authorization.checkout.domain.SessionStatus;
import io.openvpos.authorization.payment.PaymentRecord;
import org.jspecify.annotations.Nullable;

/// A session as it stands now.
///
/// @param payment of the live attempt, or the approved one; null if there is none yet
public record Seen(
    CheckoutSession session, SessionStatus status, @Nullable PaymentRecord payment) {}
