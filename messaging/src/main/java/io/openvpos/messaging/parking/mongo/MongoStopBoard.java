package io.openvpos.messaging.parking.mongo;

import com.mongodb.reactivestreams.client.MongoDatabase;
import io.openvpos.messaging.mongo.Documents;
import io.openvpos.messaging.parking.StopBoard;
import io.openvpos.messaging.parking.StopReason;
import io.openvpos.messaging.parking.StoppedPartition;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.bson.Document;

/// Collection `stopped_partitions`: `_id` is topic|partition. Whoever has the partition writes
/// last.
public final class MongoStopBoard implements StopBoard {

  private final Documents documents;

  public MongoStopBoard(MongoDatabase database) {
    documents = Documents.plain(database, "stopped_partitions");
  }

  @Override
  public void put(StoppedPartition stopped) {
    Instant since =
        find(stopped.topic(), stopped.partition())
            .filter(known -> known.offset() == stopped.offset())
            .map(StoppedPartition::since)
            .orElse(stopped.since());
    Document state =
        new Document("topic", stopped.topic())
            .append("partition", stopped.partition())
            .append("offset", stopped.offset())
            .append("key", stopped.key())
            .append("code", stopped.why().code())
            .append("detail", stopped.why().detail())
            .append("since", since.toString())
            .append("attempts", stopped.attempts());
    documents.upsert(id(stopped.topic(), stopped.partition()), new Document("$set", state));
  }

  @Override
  public void remove(String topic, int partition) {
    documents.delete(id(topic, partition));
  }

  @Override
  public Optional<StoppedPartition> find(String topic, int partition) {
    return documents.find(id(topic, partition)).map(MongoStopBoard::read);
  }

  @Override
  public List<StoppedPartition> all() {
    return documents.findMany(new Document(), new Document("_id", 1), 0).stream()
        .map(MongoStopBoard::read)
        .sorted(
            Comparator.comparing(StoppedPartition::topic)
                .thenComparingInt(StoppedPartition::partition))
        .toList();
  }

  private static StoppedPartition read(Document found) {
    return new StoppedPartition(
        found.getString("topic"),
        found.getInteger("partition"),
        found.getLong("offset"),
        found.getString("key"),
        new StopReason(found.getString("code"), found.getString("detail")),
        Instant.parse(found.getString("since")),
        found.getLong("attempts"));
  }

  private static String id(String topic, int partition) {
    return topic + "|" + partition;
  }
}
