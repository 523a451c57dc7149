package io.openvpos.sandbox.simulation.world;

import io.openvpos.sandbox.simulation.machine.Fault;
import io.openvpos.sandbox.simulation.machine.Scheduler;
import io.openvpos.sandbox.simulation.machine.SimulatedProcess;
import io.openvpos.schemas.Topic;
import io.openvpos.schemas.Topics;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.Callback;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.Node;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/// One log a partition; records stay in the order in which they were appended.
final class Broker {

  private final Scheduler scheduler;
  private final int moneyPartitions;
  private final Map<TopicPartition, List<ConsumerRecord<String, byte[]>>> logs =
      new LinkedHashMap<>();

  private int appended;

  Broker(Scheduler scheduler, int moneyPartitions) {
    this.scheduler = scheduler;
    this.moneyPartitions = moneyPartitions;
  }

  int partitions(String topic) {
    return topic.equals(Topics.BUSINESS_DAYS.name()) ? 1 : moneyPartitions;
  }

  List<TopicPartition> partitions(List<Topic> topics) {
    List<TopicPartition> all = new ArrayList<>();
    for (Topic topic : topics) {
      for (int partition = 0; partition < partitions(topic.name()); partition++) {
        all.add(new TopicPartition(topic.name(), partition));
      }
    }
    return all;
  }

  List<ConsumerRecord<String, byte[]>> log(TopicPartition partition) {
    return logs.computeIfAbsent(partition, _ -> new ArrayList<>());
  }

  MockProducer<String, byte[]> producer(SimulatedProcess process) {
    return new SimulatedProducer(process);
  }

  /// How many records were ever appended.
  int appended() {
    return appended;
  }

  private long append(ProducerRecord<String, byte[]> sent) {
    Integer named = sent.partition();
    int partition =
        named == null
            ? Math.floorMod(sent.key().hashCode(), partitions(sent.topic()))
            : (int) named;
    List<ConsumerRecord<String, byte[]>> log = log(new TopicPartition(sent.topic(), partition));
    log.add(new ConsumerRecord<>(sent.topic(), partition, log.size(), sent.key(), sent.value()));
    appended++;
    return log.size() - 1L;
  }

  /// Acknowledges, or lets the delivery time end, within the call.
  private final class SimulatedProducer extends MockProducer<String, byte[]> {

    private final SimulatedProcess process;

    SimulatedProducer(SimulatedProcess process) {
      super(false, null, new StringSerializer(), new ByteArraySerializer());
      this.process = process;
    }

    @Override
    public List<PartitionInfo> partitionsFor(String topic) {
      List<PartitionInfo> infos = new ArrayList<>();
      for (int partition = 0; partition < partitions(topic); partition++) {
        infos.add(new PartitionInfo(topic, partition, Node.noNode(), new Node[0], new Node[0]));
      }
      return infos;
    }

    /// Without a lock: the baton is one, and a lock would be held across steps.
    @Override
    @SuppressWarnings("UnsynchronizedOverridesSynchronized")
    public Future<RecordMetadata> send(ProducerRecord<String, byte[]> sent, Callback callback) {
      process.step("send to", sent.topic());
      if (process.choices().strikes(Fault.SEND_LOST)) {
        return failed(callback);
      }
      if (process.choices().strikes(Fault.SEND_LATE)) {
        appendLater(sent);
        return failed(callback);
      }
      long offset = append(sent);
      if (process.choices().strikes(Fault.SEND_UNHEARD)) {
        return failed(callback);
      }
      process.step("appended at", offset);
      TopicPartition partition = new TopicPartition(sent.topic(), 0);
      RecordMetadata metadata = new RecordMetadata(partition, offset, 0, 0, 0, 0);
      callback.onCompletion(metadata, null);
      return CompletableFuture.completedFuture(metadata);
    }

    private Future<RecordMetadata> failed(Callback callback) {
      scheduler.note(process.name(), "not acknowledged");
      TimeoutException why = new TimeoutException("on purpose");
      callback.onCompletion(null, why);
      return CompletableFuture.failedFuture(why);
    }

    private void appendLater(ProducerRecord<String, byte[]> sent) {
      long wait = 1_000L * process.choices().upTo(12);
      var _ =
          scheduler.start(
              null,
              "late record",
              () -> {
                scheduler.sleep(wait);
                long offset = append(sent);
                scheduler.note(process.name(), "late: " + sent.topic() + " at " + offset);
              });
    }
  }
}
