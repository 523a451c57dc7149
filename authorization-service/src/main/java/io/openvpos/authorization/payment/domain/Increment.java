package io.openvpos.authorization.payment.domain;

import io.openvpos.money.Money;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// One more amount held on top of an authorization: a request to the issuer of its own, with its
/// own reference. It counts as authorized only once the issuer has approved it.
///
/// | state | what happens | next |
/// |---|---|---|
/// | SENT | the issuer approves | APPROVED |
/// | SENT | the issuer declines | DECLINED |
/// | SENT | no answer by the deadline; its reversal is stored | UNKNOWN |
/// | UNKNOWN | the reversal is acknowledged | REVERSED |
///
/// @param decline why it was not approved; null unless it is DECLINED or REVERSED
public record Increment(
    String id,
    Money amount,
    Status status,
    @Nullable Decline decline,
    Attempt attempt,
    Instant createdAt) {

  /// How far an increment has come. SENT and UNKNOWN are both `pending` to the merchant.
  public enum Status {
    SENT,
    UNKNOWN,
    APPROVED,
    DECLINED,
    REVERSED
  }

  public Increment {
    Invariant.check(amount.isPositive(), "an increment is of a positive amount");
  }

  static Increment sent(String id, Money amount, Attempt attempt, Instant createdAt) {
    return new Increment(id, amount, Status.SENT, null, attempt, createdAt);
  }

  /// The issuer is still waited for.
  public boolean sent() {
    return status == Status.SENT;
  }

  public boolean approved() {
    return status == Status.APPROVED;
  }

  Increment with(Status next, @Nullable Decline why) {
    return new Increment(id, amount, next, why, attempt, createdAt);
  }
}
