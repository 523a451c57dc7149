package io.openvpos.fraud;

import io.openvpos.fraud.embedded.Asker;
import io.openvpos.fraud.embedded.Asker.Question;
import io.openvpos.schemas.Topics;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/// A topic as a scorer finds it that has been asked for weeks: so many questions, all of them
/// answered.
final class AnsweredQuestions {

  private static final int PARTITIONS = 4;
  private static final Duration SPAN = Duration.ofDays(40);

  private AnsweredQuestions() {}

  /// Five of each card, over [#SPAN].
  static void write(int questions, Asker asker, Admin admin, String broker) throws Exception {
    String topic = Topics.RISK_CHECKS.name();
    NewTopic made = new NewTopic(topic, PARTITIONS, (short) 1);
    admin
        .createTopics(List.of(made.configs(Map.of("message.timestamp.type", "LogAppendTime"))))
        .all()
        .get();
    Instant now = Instant.now();
    Random random = new Random(1);
    Map<TopicPartition, OffsetAndMetadata> ends = new HashMap<>();
    try (KafkaProducer<String, byte[]> producer =
        new KafkaProducer<>(
            Map.of("bootstrap.servers", broker, "linger.ms", 20),
            new StringSerializer(),
            new ByteArraySerializer())) {
      for (int i = 0; i < questions; i++) {
        Instant at = now.minus(SPAN).plus(SPAN.multipliedBy(i).dividedBy(questions));
        String card = "known-" + random.nextInt(questions / 5 + 1);
        byte[] value =
            asker.written(new Question(card, "old_" + i, "h", i % PARTITIONS), "old-" + i, at);
        var _ =
            producer.send(
                new ProducerRecord<>(topic, card, value),
                (sent, _) -> {
                  if (sent != null) {
                    ends.put(
                        new TopicPartition(topic, sent.partition()),
                        new OffsetAndMetadata(sent.offset() + 1, at.toString()));
                  }
                });
      }
    }
    admin.alterConsumerGroupOffsets(Topology.SCORING_GROUP, ends).all().get();
  }
}
