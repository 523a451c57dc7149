package io.openvpos.fraud.assessment.kafka;

import io.openvpos.fraud.assessment.Assessment;
import io.openvpos.fraud.assessment.Assessor;
import io.openvpos.fraud.assessment.RiskCheck;
import io.openvpos.schemas.Topics;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.springframework.context.ApplicationContext;

/// What every question of the log must have been answered, computed anew from its first record on,
/// on one thread, without snapshots, groups or crashes.
public final class Recomputation {

  private final ApplicationContext service;
  private final Map<String, List<Assessment>> byPayment = new HashMap<>();
  private final Map<Integer, Assessor> assessors = new HashMap<>();

  /// @param service lends codec, model and rules; its partitions are not touched
  public Recomputation(ApplicationContext service) {
    this.service = service;
  }

  /// Reads all partitions to the ends they have now.
  public void play(Consumer<String, byte[]> consumer) {
    RiskCheckDecoder decoder = service.getBean(RiskCheckDecoder.class);
    List<TopicPartition> partitions =
        consumer.partitionsFor(Topics.RISK_CHECKS.name()).stream()
            .map(info -> new TopicPartition(info.topic(), info.partition()))
            .toList();
    partitions.forEach(each -> assessors.put(each.partition(), service.getBean(Assessor.class)));
    consumer.assign(partitions);
    consumer.seekToBeginning(partitions);
    Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
    while (ends.entrySet().stream()
        .anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
      for (ConsumerRecord<String, byte[]> found : consumer.poll(Duration.ofMillis(200))) {
        Assessor assessor = Objects.requireNonNull(assessors.get(found.partition()));
        decoder.decode(found).ifPresent(check -> keep(check, assessor));
      }
    }
  }

  /// One for each time that the payment was asked about.
  public List<Assessment> of(String paymentId) {
    return byPayment.getOrDefault(paymentId, List.of());
  }

  /// Of a partition's state at the end, as `GET /v1/fraud/state` tells it.
  public String digest(int partition) {
    return OwnedStates.sha256(Objects.requireNonNull(assessors.get(partition)).digest());
  }

  private void keep(RiskCheck check, Assessor assessor) {
    byPayment
        .computeIfAbsent(check.paymentId(), id -> new ArrayList<>(1))
        .add(assessor.assess(check));
  }
}
