package io.openvpos.authorization.webhook;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.openvpos.authorization.webhook.domain.Attempt;
import io.openvpos.authorization.webhook.domain.Delivery;
import io.openvpos.authorization.webhook.domain.Endpoint;
import io.openvpos.authorization.webhook.domain.Endpoint.Disabled;
import io.openvpos.authorization.webhook.domain.EventType;
import io.openvpos.authorization.webhook.domain.RetrySchedule;
import io.openvpos.money.Mode;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// One try of one delivery: taken by compare-and-set, posted, and its outcome written. A crash
/// between the two writes leaves it due again after the lease, so that an endpoint may get an event
/// twice, under the same `webhook-id`, and never not at all.
final class Try {

  private static final int GONE = 410;
  private static final Set<Integer> BUSY = Set.of(429, 502, 503, 504);

  /// How long an endpoint that is busy and does not say for how long is left alone.
  private static final Duration BREATH = Duration.ofMinutes(1);

  private final EndpointStore endpoints;
  private final DeliveryStore deliveries;
  private final EndpointSecrets secrets;
  private final Poster poster;
  private final Acceptance acceptance;
  private final Announcement announcement;
  private final Duration lease;
  private final Clock clock;

  Try(WebhookParts parts, Announcement announcement, Duration lease, Clock clock) {
    this.endpoints = parts.endpoints();
    this.deliveries = parts.deliveries();
    this.secrets = parts.secrets();
    this.poster = parts.poster();
    this.acceptance = parts.acceptance();
    this.announcement = announcement;
    this.lease = lease;
    this.clock = clock;
  }

  /// Tries it once, and says how long the endpoint asks to be left alone: zero if it does not.
  Duration make(Endpoint endpoint, Delivery due) {
    Instant at = clock.instant();
    Delivery taken = due.taken(at, lease);
    if (!deliveries.save(taken)) {
      return Duration.ZERO;
    }
    byte[] body = taken.body().getBytes(UTF_8);
    List<String> signing = secrets.signing(endpoint, at);
    Poster.Posted answer =
        poster.post(
            URI.create(endpoint.url()),
            Signatures.headers(taken.eventId(), at, body, signing),
            body);
    Attempt attempt =
        new Attempt(at, answer.status(), answer.fault(), Duration.between(at, clock.instant()));
    boolean gone = answer.status() == GONE;
    Delivery tried = taken.tried(attempt, gone ? null : wait(taken, answer));
    if (deliveries.save(tried)) {
      if (tried.state() == Delivery.State.FAILED) {
        disable(tried, gone);
      } else if (attempt.accepted()) {
        tell(endpoint.owner(), tried);
      }
    }
    return BUSY.contains(answer.status()) ? breath(answer) : Duration.ZERO;
  }

  private void tell(Endpoint.Owner owner, Delivery accepted) {
    if (owner.mode() == Mode.TEST && accepted.type() != EventType.TEST) {
      acceptance.accepted(owner.merchantId());
    }
  }

  private static @Nullable Duration wait(Delivery taken, Poster.Posted answer) {
    Duration asked = BUSY.contains(answer.status()) ? answer.retryAfter() : Duration.ZERO;
    return RetrySchedule.afterTry(taken.tries() + 1, asked, taken.id().hashCode());
  }

  private static Duration breath(Poster.Posted answer) {
    return answer.retryAfter().isZero() ? BREATH : answer.retryAfter();
  }

  /// An endpoint that took other events while this one failed is alive; the event is at fault.
  private void disable(Delivery failed, boolean gone) {
    Instant began = failed.attempts().getFirst().at();
    if (!gone && deliveries.acceptedSince(failed.endpointId(), began)) {
      return;
    }
    Optional<Endpoint> standing = endpoints.find(failed.endpointId());
    while (standing.isPresent() && standing.get().isEnabled()) {
      Endpoint off =
          standing.get().disabled(gone ? Disabled.GONE : Disabled.EXHAUSTED, clock.instant());
      if (endpoints.save(off)) {
        announcement.disabled(off);
        return;
      }
      standing = endpoints.find(failed.endpointId());
    }
  }
}
