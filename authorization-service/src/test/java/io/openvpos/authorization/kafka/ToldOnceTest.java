package io.openvpos.authorization.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import io.openvpos.messaging.kafka.AvroCodec;
import io.openvpos.messaging.kafka.RecordSender;
import io.openvpos.schemas.Mode;
import io.openvpos.schemas.authorization.WebhookAccepted;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.Serializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;

/// What an integration has shown is told once for each merchant, and again only if it was lost.
class ToldOnceTest {

  private boolean registryAway;
  private final Serializer<Object> serializer =
      (_, _) -> {
        if (registryAway) {
          throw new SerializationException("away on purpose");
        }
        return new byte[1];
      };
  private final MockProducer<String, byte[]> producer =
      new MockProducer<>(false, null, new StringSerializer(), new ByteArraySerializer());
  private final ToldOnce told =
      new ToldOnce(
          "shown",
          new AvroCodec(serializer, (_, _) -> new Object()),
          new RecordSender(producer),
          Clock.fixed(Instant.EPOCH, ZoneOffset.UTC));

  @Test
  void eachMerchantIsToldOnce() {
    tell("mer_1");
    tell("mer_1");
    tell("mer_2");

    assertThat(producer.history()).extracting("key").containsExactly("mer_1", "mer_2");
  }

  @Test
  void whatTheBrokerDidNotTakeIsToldByTheNextTime() {
    tell("mer_1");
    assertThat(producer.errorNext(new TimeoutException("away on purpose"))).isTrue();
    tell("mer_1");

    assertThat(producer.history()).hasSize(2);
  }

  @Test
  void aRegistryThatIsAwayFailsNobodyAndLosesNothing() {
    registryAway = true;
    tell("mer_1");
    assertThat(producer.history()).isEmpty();

    registryAway = false;
    tell("mer_1");
    assertThat(producer.history()).hasSize(1);
  }

  private void tell(String merchantId) {
    told.tell(merchantId, envelope -> new WebhookAccepted(envelope, merchantId, Mode.TEST));
  }
}
