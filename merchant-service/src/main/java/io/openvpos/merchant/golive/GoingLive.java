package io.openvpos.merchant.golive;

import io.openvpos.merchant.audit.domain.Action;
import io.openvpos.merchant.audit.domain.Actor;
import io.openvpos.merchant.golive.domain.Certification;
import io.openvpos.merchant.profile.Merchants;
import io.openvpos.merchant.profile.domain.LiveRequest;
import io.openvpos.merchant.profile.domain.Merchant;
import io.openvpos.merchant.profile.domain.Status;
import io.openvpos.money.Mode;
import java.time.Clock;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.stereotype.Component;

/// The merchant asks, and somebody of the acquirer says yes. Live keys can be issued after that and
/// not before: a profile without live mode takes none.
@Component
public final class GoingLive {

  private final Merchants merchants;
  private final Certifications certifications;
  private final Clock clock;

  public GoingLive(Merchants merchants, Certifications certifications, Clock clock) {
    this.merchants = merchants;
    this.certifications = certifications;
    this.clock = clock;
  }

  /// Why a step was refused.
  public enum Refusal {
    CHECKLIST_OPEN("checklist_open"),
    NOT_REQUESTED("live_not_requested"),
    NOT_ACTIVE("merchant_not_active"),
    ALREADY_LIVE("already_live"),
    FOUR_EYES("four_eyes");

    private final String code;

    Refusal(String code) {
      this.code = code;
    }

    /// As problems name it.
    public String code() {
      return code;
    }
  }

  /// What became of a step.
  public sealed interface Outcome {
    record Done(Merchant merchant) implements Outcome {}

    record Refused(Refusal reason) implements Outcome {}
  }

  /// Empty if there is no such merchant. Asked twice, it was asked once.
  public Optional<Outcome> request(String merchantId, Actor by) {
    Certification certification = certifications.of(merchantId);
    return change(
        merchantId,
        "merchant.live_requested",
        by,
        merchant -> {
          if (!certification.complete(merchant.authenticates())) {
            return new Outcome.Refused(Refusal.CHECKLIST_OPEN);
          }
          return ready(merchant)
              .orElseGet(() ->
                  new Outcome.Done(merchant.asking(new LiveRequest(by.who(), clock.instant()))));
        });
  }

  public Optional<Outcome> approve(String merchantId, Actor by) {
    Certification certification = certifications.of(merchantId);
    return change(
        merchantId, "merchant.went_live", by, merchant -> approved(merchant, certification, by));
  }

  private static Outcome approved(Merchant merchant, Certification certification, Actor by) {
    Optional<Outcome> refused = ready(merchant);
    LiveRequest request = merchant.liveRequest();
    if (refused.isPresent()) {
      return refused.get();
    }
    if (request == null) {
      return new Outcome.Refused(Refusal.NOT_REQUESTED);
    }
    if (!certification.complete(merchant.authenticates())) {
      return new Outcome.Refused(Refusal.CHECKLIST_OPEN);
    }
    return request.by().equals(by.who())
        ? new Outcome.Refused(Refusal.FOUR_EYES)
        : new Outcome.Done(merchant.live());
  }

  private static Optional<Outcome> ready(Merchant merchant) {
    if (merchant.modes().contains(Mode.LIVE)) {
      return Optional.of(new Outcome.Refused(Refusal.ALREADY_LIVE));
    }
    return merchant.status() == Status.ACTIVE
        ? Optional.empty()
        : Optional.of(new Outcome.Refused(Refusal.NOT_ACTIVE));
  }

  private Optional<Outcome> change(
      String merchantId, String action, Actor by, Function<Merchant, Outcome> step) {
    while (true) {
      Optional<Outcome> decided = merchants.find(merchantId).map(step);
      if (decided.isEmpty() || !(decided.get() instanceof Outcome.Done(Merchant next))) {
        return decided;
      }
      if (merchants.save(next, new Action(action, by, clock.instant()))) {
        return decided;
      }
    }
  }
}
