package io.openvpos.authorization.webhook.http;

import io.openvpos.authorization.webhook.domain.Attempt;
import io.openvpos.authorization.webhook.domain.Delivery;
import io.openvpos.authorization.webhook.domain.Delivery.State;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A delivery as JSON, with the newest of its tries.
///
/// @param webhookId what the endpoint sees in `webhook-id`
/// @param nextTryAt null unless it is pending
/// @param body what is sent, as text
record DeliveryAnswer(
    String id,
    String object,
    String endpointId,
    String webhookId,
    String type,
    String status,
    @Nullable Instant nextTryAt,
    List<AttemptAnswer> attempts,
    String body,
    Instant createdAt) {

  /// @param status the HTTP status; null without an answer
  /// @param fault why there was none
  record AttemptAnswer(
      Instant at, @Nullable Integer status, @Nullable String fault, long durationMs) {

    static AttemptAnswer of(Attempt attempt) {
      return new AttemptAnswer(
          attempt.at(),
          attempt.status() == 0 ? null : attempt.status(),
          attempt.fault(),
          attempt.took().toMillis());
    }
  }

  record Page(List<DeliveryAnswer> data, boolean hasMore) {}

  static DeliveryAnswer of(Delivery delivery) {
    return new DeliveryAnswer(
        delivery.id(),
        "webhook_delivery",
        delivery.endpointId(),
        delivery.eventId(),
        delivery.type().code(),
        delivery.state().code(),
        delivery.state() == State.PENDING ? delivery.nextAt() : null,
        delivery.attempts().stream().map(AttemptAnswer::of).toList(),
        delivery.body(),
        delivery.createdAt());
  }
}
