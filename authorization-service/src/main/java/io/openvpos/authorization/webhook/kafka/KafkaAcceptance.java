package io.openvpos.authorization.webhook.kafka;

import io.openvpos.authorization.kafka.ToldOnce;
import io.openvpos.authorization.webhook.Acceptance;
import io.openvpos.messaging.kafka.AvroCodec;
import io.openvpos.messaging.kafka.RecordSender;
import io.openvpos.schemas.Mode;
import io.openvpos.schemas.authorization.WebhookAccepted;
import java.time.Clock;
import org.springframework.stereotype.Component;

/// Tells by WebhookAccepted that a merchant's server listens.
@Component
final class KafkaAcceptance implements Acceptance {

  private final ToldOnce accepted;

  KafkaAcceptance(AvroCodec codec, RecordSender sender, Clock clock) {
    accepted = new ToldOnce("webhook_accepted", codec, sender, clock);
  }

  @Override
  public void accepted(String merchantId) {
    accepted.tell(merchantId, envelope -> new WebhookAccepted(envelope, merchantId, Mode.TEST));
  }
}
