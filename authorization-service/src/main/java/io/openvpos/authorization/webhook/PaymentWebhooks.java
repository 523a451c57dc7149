package io.openvpos.authorization.webhook;

import io.openvpos.authorization.payment.ToldAbout;
import io.openvpos.authorization.webhook.domain.Attempt;
import io.openvpos.authorization.webhook.domain.Delivery;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// The tries of a payment's webhooks as lines of its timeline.
final class PaymentWebhooks implements ToldAbout {

  private final DeliveryStore deliveries;

  PaymentWebhooks(DeliveryStore deliveries) {
    this.deliveries = deliveries;
  }

  @Override
  public List<Line> payment(String paymentId) {
    return deliveries.ofPayment(paymentId).stream().flatMap(PaymentWebhooks::lines).toList();
  }

  private static Stream<Line> lines(Delivery delivery) {
    List<Attempt> attempts = delivery.attempts();
    return IntStream.range(0, attempts.size())
        .mapToObj(place -> line(delivery, attempts.get(place), place));
  }

  private static Line line(Delivery delivery, Attempt attempt, int place) {
    Map<String, Object> data = new LinkedHashMap<>();
    data.put("event", delivery.type().code());
    data.put("endpoint_id", delivery.endpointId());
    data.put("webhook_id", delivery.eventId());
    if (attempt.fault() == null) {
      data.put("status", attempt.status());
    } else {
      data.put("fault", attempt.fault());
    }
    return new Line(
        delivery.id() + "." + place,
        attempt.accepted() ? "webhook.delivered" : "webhook.failed",
        attempt.at(),
        data);
  }
}
