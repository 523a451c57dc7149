package io.openvpos.authorization.webhook;

import io.openvpos.authorization.webhook.domain.Delivery;
import io.openvpos.authorization.webhook.domain.Endpoint;
import io.openvpos.authorization.webhook.domain.Endpoint.Owner;
import io.openvpos.authorization.webhook.domain.EventType;
import io.openvpos.authorization.webhook.domain.WebhookEvent;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.util.HexFormat;
import java.util.Map;
import java.util.function.Consumer;

/// Makes deliveries of events: one for each enabled endpoint that wants to hear of it, inserted
/// once. An event read again finds its deliveries there; what happened before an endpoint was added
/// is not told to it.
public final class Announcement {

  private static final int ID_DIGITS = 32;

  private final EndpointStore endpoints;
  private final DeliveryStore deliveries;
  private final EventBody bodies;
  private final Consumer<String> due;
  private final Clock clock;

  /// @param due told the endpoint of each new delivery
  Announcement(
      EndpointStore endpoints,
      DeliveryStore deliveries,
      EventBody bodies,
      Consumer<String> due,
      Clock clock) {
    this.endpoints = endpoints;
    this.deliveries = deliveries;
    this.bodies = bodies;
    this.due = due;
    this.clock = clock;
  }

  /// Writes the body of an event.
  public interface EventBody {

    String of(WebhookEvent event);
  }

  public void announce(WebhookEvent event) {
    endpoints.of(event.owner()).stream()
        .filter(Endpoint::isEnabled)
        .filter(endpoint -> endpoint.filter().wants(event.type()))
        .filter(endpoint -> !event.at().isBefore(endpoint.createdAt()))
        .forEach(endpoint -> deliver(endpoint, event));
  }

  /// A delivery that only checks the way: to this endpoint, whatever it wants to hear of.
  public Delivery test(Endpoint endpoint, String nonce) {
    WebhookEvent event =
        new WebhookEvent(
            eventId("test|" + nonce),
            EventType.TEST,
            endpoint.owner(),
            clock.instant(),
            null,
            Map.of("id", endpoint.id(), "object", "webhook_endpoint"));
    return deliver(endpoint, event);
  }

  /// Tells the owner's other endpoints that this one gets nothing any more.
  void disabled(Endpoint endpoint) {
    Endpoint.Disabled how = endpoint.disabled();
    if (how == null) {
      return;
    }
    announce(
        new WebhookEvent(
            eventId(endpoint.id() + "|" + endpoint.version()),
            EventType.ENDPOINT_DISABLED,
            endpoint.owner(),
            how.at(),
            null,
            Map.of("id", endpoint.id(), "object", "webhook_endpoint", "reason", how.reason())));
  }

  /// `webhook-id`: made of the fact's own id, so that every reader of the fact makes the same one.
  public static String eventId(String factId) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(factId.getBytes(StandardCharsets.UTF_8));
      return "msg_" + HexFormat.of().formatHex(digest).substring(0, ID_DIGITS);
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("every Java platform has SHA-256", impossible);
    }
  }

  private Delivery deliver(Endpoint endpoint, WebhookEvent event) {
    Owner owner = endpoint.owner();
    if (!owner.equals(event.owner())) {
      throw new IllegalArgumentException(endpoint.id() + " is not " + owner.merchantId() + "'s");
    }
    Delivery made = Delivery.made(endpoint, event, bodies.of(event), clock.instant());
    deliveries.insert(made);
    due.accept(endpoint.id());
    return made;
  }
}
