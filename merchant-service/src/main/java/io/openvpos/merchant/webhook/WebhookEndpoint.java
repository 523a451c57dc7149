package io.openvpos.merchant.webhook;

import java.util.List;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/// A webhook endpoint as the edge tells it.
///
/// @param events patterns such as `payment.*`
/// @param disabledReason empty while it is enabled
/// @param secret empty but in the answer that made it
public record WebhookEndpoint(
    String id,
    String url,
    List<String> events,
    String description,
    boolean enabled,
    String disabledReason,
    String secret,
    boolean test) {

  public WebhookEndpoint {
    events = List.copyOf(events);
  }

  static WebhookEndpoint of(JsonNode body) {
    return new WebhookEndpoint(
        body.path("id").asString(""),
        body.path("url").asString(""),
        body.path("events").valueStream().map(JsonNode::asString).collect(Collectors.toList()),
        body.path("description").asString(""),
        body.path("status").asString("").equals("enabled"),
        body.path("disabled_reason").asString(""),
        body.path("secret").asString(""),
        body.path("test").asBoolean());
  }

  /// The mode that the edge is asked for it in.
  public String mode() {
    return test ? "test" : "live";
  }

  /// Without the secret.
  @Override
  public String toString() {
    return "WebhookEndpoint[" + id + "]";
  }
}
