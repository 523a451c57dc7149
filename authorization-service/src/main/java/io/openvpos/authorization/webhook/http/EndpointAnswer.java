package io.openvpos.authorization.webhook.http;

import io.openvpos.authorization.webhook.domain.Endpoint;
import io.openvpos.authorization.webhook.domain.Endpoint.Disabled;
import io.openvpos.money.Mode;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// An endpoint as JSON.
///
/// @param secret only in the answer that made it
record EndpointAnswer(
    String id,
    String object,
    String url,
    List<String> events,
    String description,
    String status,
    @Nullable String disabledReason,
    @Nullable Instant disabledAt,
    @Nullable String secret,
    boolean test,
    Instant createdAt) {

  /// All of an owner's.
  record Listing(List<EndpointAnswer> data) {}

  static EndpointAnswer of(Endpoint endpoint, @Nullable String secret) {
    Disabled disabled = endpoint.disabled();
    return new EndpointAnswer(
        endpoint.id(),
        "webhook_endpoint",
        endpoint.url(),
        endpoint.filter().patterns(),
        endpoint.description(),
        disabled == null ? "enabled" : "disabled",
        disabled == null ? null : disabled.reason(),
        disabled == null ? null : disabled.at(),
        secret,
        endpoint.owner().mode() == Mode.TEST,
        endpoint.createdAt());
  }
}
