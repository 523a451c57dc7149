package io.openvpos.fraud.outcomes.kafka;

import io.openvpos.fraud.Topology;
import io.openvpos.fraud.outcomes.Outcome;
import io.openvpos.fraud.outcomes.Outcomes;
import io.openvpos.messaging.kafka.AvroCodec;
import io.openvpos.messaging.kafka.Listeners;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.kafka.listener.BatchListenerFailedException;
import org.springframework.stereotype.Component;

/// `authorization.payments.v1`, keyed by merchant; no order is relied on, for each fact has its
/// number. What a poll brought is stored in one write, and its refunds are told to the labels' log.
/// A duplicate changes nothing. An outage of store, broker or registry is waited for; what cannot
/// be read goes to the group's dead letters, which nobody replays, because their source carries
/// money: no money depends on an outcome.
@Component
final class PaymentListener {

  private final AvroCodec codec;
  private final Outcomes outcomes;
  private final RefundNotices notices;

  PaymentListener(AvroCodec codec, Outcomes outcomes, RefundNotices notices) {
    this.codec = codec;
    this.outcomes = outcomes;
    this.notices = notices;
  }

  @KafkaListener(
      id = Topology.OUTCOMES_GROUP,
      topics = Topology.PAYMENTS,
      containerFactory = Listeners.PROJECTION,
      batch = "true")
  public void heard(List<ConsumerRecord<String, byte[]>> polled) {
    List<Outcome> told = new ArrayList<>(polled.size());
    BatchListenerFailedException unreadable = read(polled, told);
    try {
      outcomes.keep(told);
      notices.tell(told);
    } catch (RuntimeException e) {
      throw new BatchListenerFailedException("outcomes are not stored or told", e, 0);
    }
    if (unreadable != null) {
      throw unreadable;
    }
  }

  /// Reads up to the first record that cannot be read, and tells which that is: those before it are
  /// taken for done.
  private @Nullable BatchListenerFailedException read(
      List<ConsumerRecord<String, byte[]>> polled, List<Outcome> told) {
    for (int i = 0; i < polled.size(); i++) {
      ConsumerRecord<String, byte[]> each = polled.get(i);
      try {
        OutcomeReading.read(codec.decode(each.topic(), each.value())).ifPresent(told::add);
      } catch (RuntimeException e) {
        return new BatchListenerFailedException("a payment's fact is not read", e, i);
      }
    }
    return null;
  }
}
