package io.openvpos.merchant.golive.kafka;

import io.openvpos.merchant.golive.Certifications;
import io.openvpos.messaging.kafka.AvroCodec;
import io.openvpos.messaging.kafka.Listeners;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.stereotype.Component;

/// The payments and what else an integration shows, keyed by merchant; no order is needed. A
/// duplicate finds its tick and changes nothing. What cannot be read goes to the group's dead
/// letters: no money depends on a tick, and the ledger's own group stops at such a record anyway.
@Component
final class TestTrafficListener {

  /// Enough to keep what is ticked already from being asked of the store for every payment.
  private static final int REMEMBERED = 10_000;

  private final AvroCodec codec;
  private final Certifications certifications;
  private final Set<String> ticked = ConcurrentHashMap.newKeySet();

  TestTrafficListener(AvroCodec codec, Certifications certifications) {
    this.codec = codec;
    this.certifications = certifications;
  }

  @KafkaListener(
      id = "merchant.certification",
      topics = "#{@topology.trafficSources()}",
      containerFactory = Listeners.DEAD_LETTER)
  public void heard(ConsumerRecord<String, byte[]> found) {
    TestTraffic.earned(codec.decode(found.topic(), found.value())).forEach(this::tick);
  }

  private void tick(TestTraffic.Earned earned) {
    String key = earned.merchantId() + "|" + earned.tick().item();
    if (ticked.contains(key)) {
      return;
    }
    certifications.tick(earned.merchantId(), earned.tick());
    if (ticked.size() < REMEMBERED) {
      ticked.add(key);
    }
  }
}
