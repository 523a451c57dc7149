package io.openvpos.authorization.webhook.domain;

import io.openvpos.authorization.webhook.domain.Endpoint.Owner;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Something that happened, thin: it says what to read again, not what it looks like now.
///
/// @param id `webhook-id`, the same for every try and every endpoint; letters, digits and `_` only,
///   since dots divide the signed content
/// @param paymentId the payment whose history it belongs to
/// @param data strings and whole numbers
public record WebhookEvent(
    String id,
    EventType type,
    Owner owner,
    Instant at,
    @Nullable String paymentId,
    Map<String, Object> data) {

  public WebhookEvent {
    data = Collections.unmodifiableMap(new LinkedHashMap<>(data));
  }
}
