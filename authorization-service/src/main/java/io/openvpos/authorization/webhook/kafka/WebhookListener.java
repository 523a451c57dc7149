package io.openvpos.authorization.webhook.kafka;

import io.openvpos.authorization.Topology;
import io.openvpos.authorization.webhook.Announcement;
import io.openvpos.messaging.kafka.AvroCodec;
import io.openvpos.messaging.kafka.Listeners;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.stereotype.Component;

/// The facts of payments, chargebacks, payouts and reports, in a group of its own: nothing else
/// waits for it. A fact read again finds its deliveries made.
@Component
final class WebhookListener {

  private final AvroCodec codec;
  private final Announcement announcement;

  WebhookListener(AvroCodec codec, Announcement announcement) {
    this.codec = codec;
    this.announcement = announcement;
  }

  @KafkaListener(
      id = Topology.WEBHOOKS_GROUP,
      topics = "#{@topology.webhookSources()}",
      containerFactory = Listeners.PROJECTION)
  public void heard(ConsumerRecord<String, byte[]> found) {
    WebhookFacts.read(codec.decode(found.topic(), found.value())).ifPresent(announcement::announce);
  }
}
