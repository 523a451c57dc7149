package io.openvpos.settlement.payout.life.kafka;

import io.openvpos.messaging.kafka.AvroCodec;
import io.openvpos.messaging.kafka.Listeners;
import io.openvpos.settlement.Topology;
import io.openvpos.settlement.payout.life.PayoutLives;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.springframework.kafka.annotation.KafkaListener;

/// Reads settlement.payouts.v1, keyed by merchant, from the beginning. No order is relied on; a
/// duplicate writes what is there. What cannot be read goes to the group's dead letters: no money
/// depends on the projection, and the ledger's own group stops at such a record anyway.
public final class PayoutLifeListener {

  private final AvroCodec codec;
  private final PayoutLives lives;

  public PayoutLifeListener(AvroCodec codec, PayoutLives lives) {
    this.codec = codec;
    this.lives = lives;
  }

  @KafkaListener(
      topics = Topology.PAYOUTS,
      groupId = Topology.PAYOUT_LIFE_GROUP,
      containerFactory = Listeners.DEAD_LETTER)
  public void heard(ConsumerRecord<String, byte[]> found) {
    PayoutEvents.read(codec.decode(found.topic(), found.value())).ifPresent(lives::take);
  }
}
