package io.openvpos.messaging.kafka;

import io.openvpos.schemas.Topic;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;

/// Opens views of whole topics and says, as part of the service's readiness, whether all have
/// caught up.
public final class TopicReaders implements HealthIndicator, AutoCloseable {

  private final Supplier<org.apache.kafka.clients.consumer.Consumer<String, byte[]>> consumers;
  private final List<TopicReader> open = new CopyOnWriteArrayList<>();

  TopicReaders(Supplier<org.apache.kafka.clients.consumer.Consumer<String, byte[]>> consumers) {
    this.consumers = consumers;
  }

  /// Starts reading; `each` is called on one thread, in order within a partition.
  public TopicReader read(String name, Topic topic, Consumer<ConsumerRecord<String, byte[]>> each) {
    TopicReader reader = new TopicReader(name, topic, each, consumers);
    open.add(reader);
    reader.start();
    return reader;
  }

  @Override
  public Health health() {
    List<String> behind =
        open.stream().filter(view -> !view.caughtUp()).map(TopicReader::name).toList();
    return behind.isEmpty()
        ? Health.up().build()
        : Health.outOfService().withDetail("catching up", behind).build();
  }

  @Override
  public void close() {
    open.forEach(TopicReader::close);
  }
}
