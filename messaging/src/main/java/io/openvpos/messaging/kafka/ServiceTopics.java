package io.openvpos.messaging.kafka;

import io.openvpos.schemas.Topic;
import java.util.List;
import java.util.stream.Stream;

/// The topics that a service writes and reads, as its `Topology` lists them.
///
/// @param deadLetters names of dead-letter topics, see [Topic#deadLetters]
public record ServiceTopics(List<Topic> written, List<Topic> read, List<String> deadLetters) {

  public ServiceTopics(List<Topic> written, List<Topic> read) {
    this(written, read, List.of());
  }

  List<Topic> all() {
    Stream<Topic> dead =
        deadLetters.stream()
            .map(name -> new Topic(name, Topic.Partitioning.FREE, Topic.Retention.DAYS_35));
    return Stream.of(written.stream(), read.stream(), dead)
        .flatMap(topics -> topics)
        .distinct()
        .toList();
  }
}
