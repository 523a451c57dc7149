package io.openvpos.merchant.profile;

import io.openvpos.merchant.audit.domain.Action;
import io.openvpos.merchant.audit.domain.Actor;
import io.openvpos.merchant.profile.domain.Merchant;
import io.openvpos.merchant.profile.domain.PayoutHold;
import java.time.Clock;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Stops and starts what is paid out to a merchant. It holds for the days that are taken in after
/// settlement has heard of it; what was instructed before is paid.
@Component
public final class PayoutHolds {

  /// Of a reason.
  public static final int MOST_LETTERS = 500;

  private final Merchants merchants;
  private final Clock clock;

  public PayoutHolds(Merchants merchants, Clock clock) {
    this.merchants = merchants;
    this.clock = clock;
  }

  /// Empty if there is no such merchant. One held for the same reason already is left as it is.
  public Optional<Merchant> hold(String merchantId, String reason, Actor by) {
    PayoutHold hold = new PayoutHold(reason, by.who(), clock.instant());
    return change(merchantId, hold, by);
  }

  /// Empty if there is no such merchant. One that is paid already is left as it is.
  public Optional<Merchant> release(String merchantId, Actor by) {
    return change(merchantId, null, by);
  }

  private Optional<Merchant> change(String merchantId, @Nullable PayoutHold wanted, Actor by) {
    while (true) {
      Optional<Merchant> found = merchants.find(merchantId);
      if (found.isEmpty() || same(found.get().payoutHold(), wanted)) {
        return found;
      }
      Merchant changed = found.get().withPayoutHold(wanted);
      String name = wanted == null ? "merchant.payouts_released" : "merchant.payouts_held";
      if (merchants.save(changed, new Action(name, by, clock.instant()))) {
        return Optional.of(changed);
      }
    }
  }

  private static boolean same(@Nullable PayoutHold now, @Nullable PayoutHold wanted) {
    return (now == null || wanted == null)
        ? Objects.equals(now, wanted)
        : now.reason().equals(wanted.reason());
  }
}
