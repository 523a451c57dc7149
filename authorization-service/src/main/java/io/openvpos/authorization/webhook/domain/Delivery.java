package io.openvpos.authorization.webhook.domain;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// One event for one endpoint. Made once, tried until it is accepted or given up.
///
/// @param id of endpoint and event, so that a second reading of the event makes none
/// @param body what is sent, byte for byte, at every try
/// @param tries since it was made or last sent again by hand
/// @param attempts the newest of them, oldest first
/// @param nextAt when it is due; while it is being tried, when the try counts as lost
public record Delivery(
    String id,
    String endpointId,
    String eventId,
    EventType type,
    @Nullable String paymentId,
    String body,
    State state,
    int tries,
    List<Attempt> attempts,
    Instant nextAt,
    Instant createdAt,
    long version) {

  /// Attempts kept in the log.
  private static final int KEPT = 20;

  /// How it stands.
  public enum State {
    PENDING,
    DELIVERED,
    FAILED;

    public String code() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  public Delivery {
    attempts = List.copyOf(attempts);
  }

  /// Due at once.
  public static Delivery made(Endpoint endpoint, WebhookEvent event, String body, Instant now) {
    return new Delivery(
        "whd_" + endpoint.id().substring(endpoint.id().indexOf('_') + 1) + "_" + event.id(),
        endpoint.id(),
        event.id(),
        event.type(),
        event.paymentId(),
        body,
        State.PENDING,
        0,
        List.of(),
        now,
        now,
        0);
  }

  /// Taken by one instance. If nobody hears of it again it is due after `lease`.
  public Delivery taken(Instant now, Duration lease) {
    return next(State.PENDING, tries, attempts, now.plus(lease));
  }

  /// After a try: delivered, due again, or given up.
  ///
  /// @param wait until the next try; null if there is none
  public Delivery tried(Attempt attempt, @Nullable Duration wait) {
    List<Attempt> log = Stream.concat(attempts.stream(), Stream.of(attempt)).toList();
    List<Attempt> kept = log.subList(Math.max(0, log.size() - KEPT), log.size());
    if (attempt.accepted()) {
      return next(State.DELIVERED, tries + 1, kept, attempt.at());
    }
    return wait == null
        ? next(State.FAILED, tries + 1, kept, attempt.at())
        : next(State.PENDING, tries + 1, kept, attempt.at().plus(wait));
  }

  /// Sent again by hand, with the whole schedule before it.
  public Delivery again(Instant now) {
    return next(State.PENDING, 0, attempts, now);
  }

  private Delivery next(State newState, int newTries, List<Attempt> log, Instant due) {
    return new Delivery(
        id,
        endpointId,
        eventId,
        type,
        paymentId,
        body,
        newState,
        newTries,
        log,
        due,
        createdAt,
        version + 1);
  }
}
