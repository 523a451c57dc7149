package io.openvpos.authorization.payment;

import io.openvpos.authorization.payment.domain.Attempt;
import io.openvpos.money.Mode;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A verification as it is stored: written before the request leaves, so that the issuer is asked
/// once for each key.
///
/// @param answer null while nothing is known
public record CardVerification(
    String id,
    long version,
    String requestHash,
    String merchantId,
    Mode mode,
    Attempt attempt,
    Instant createdAt,
    @Nullable FrozenAnswer answer) {}
