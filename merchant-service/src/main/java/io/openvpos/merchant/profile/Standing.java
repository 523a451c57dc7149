package io.openvpos.merchant.profile;

import io.openvpos.merchant.audit.domain.Action;
import io.openvpos.merchant.audit.domain.Actor;
import io.openvpos.merchant.profile.domain.Merchant;
import io.openvpos.merchant.profile.domain.Status;
import java.time.Clock;
import java.util.Optional;
import org.springframework.stereotype.Component;

/// Whether a merchant may sell: suspended at once where something is wrong, resumed, or closed for
/// good. What was sold stays, and is settled and refunded as agreed; while a merchant is suspended,
/// what is due to it waits.
@Component
public final class Standing {

  private final Merchants merchants;
  private final Clock clock;

  public Standing(Merchants merchants, Clock clock) {
    this.merchants = merchants;
    this.clock = clock;
  }

  /// What became of a change.
  public sealed interface Outcome {
    record Changed(Merchant merchant) implements Outcome {}

    /// A closed merchant stays closed.
    record Closed() implements Outcome {}
  }

  /// Empty if there is no such merchant. One that stands so already is left as it is.
  public Optional<Outcome> change(String merchantId, Status wanted, Actor by) {
    while (true) {
      Optional<Merchant> found = merchants.find(merchantId);
      if (found.isEmpty()) {
        return Optional.empty();
      }
      Merchant merchant = found.get();
      if (merchant.status() == wanted) {
        return Optional.of(new Outcome.Changed(merchant));
      }
      if (merchant.status() == Status.CLOSED) {
        return Optional.of(new Outcome.Closed());
      }
      Merchant changed = merchant.withStatus(wanted);
      if (merchants.save(changed, new Action(name(wanted), by, clock.instant()))) {
        return Optional.of(new Outcome.Changed(changed));
      }
    }
  }

  private static String name(Status wanted) {
    return switch (wanted) {
      case ACTIVE -> "merchant.resumed";
      case SUSPENDED -> "merchant.suspended";
      case CLOSED -> "merchant.closed";
    };
  }
}
