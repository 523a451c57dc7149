package io.openvpos.authorization.payment.kafka;

import io.openvpos.authorization.kafka.ToldOnce;
import io.openvpos.authorization.payment.ServedReplays;
import io.openvpos.messaging.kafka.AvroCodec;
import io.openvpos.messaging.kafka.RecordSender;
import io.openvpos.schemas.Mode;
import io.openvpos.schemas.authorization.AnswerReplayed;
import java.time.Clock;
import org.springframework.stereotype.Component;

/// Tells by AnswerReplayed that a merchant repeats as it should.
@Component
final class KafkaReplays implements ServedReplays {

  private final ToldOnce replays;

  KafkaReplays(AvroCodec codec, RecordSender sender, Clock clock) {
    replays = new ToldOnce("replayed", codec, sender, clock);
  }

  @Override
  public void served(String merchantId) {
    replays.tell(merchantId, envelope -> new AnswerReplayed(envelope, merchantId, Mode.TEST));
  }
}
