package io.openvpos.merchant;

import static org.assertj.core.api.Assertions.assertThat;

import io.openvpos.schemas.Topic;
import io.openvpos.schemas.Topics;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class TopologyTest {

  private final Topology topology = new Topology();

  @Test
  void writesOnlyTopicsOfItsOwnName() {
    assertThat(topology.topics().written())
        .extracting(Topic::name)
        .allMatch(name -> name.startsWith("merchant."));
  }

  @Test
  void everySourceOfTheLedgerIsProvidedAndOfTheOneMoneyPartitionCount() {
    Set<String> sources = Set.of(topology.ledgerSources());
    List<Topic> provided =
        Topics.ALL.stream().filter(topic -> sources.contains(topic.name())).toList();

    assertThat(provided).hasSameSizeAs(sources);
    assertThat(provided)
        .allMatch(topic -> topic.partitioning() == Topic.Partitioning.MONEY)
        .allMatch(topic ->
            topology.topics().read().contains(topic)
                || topology.topics().written().contains(topic));
    assertThat(sources).containsAll(Topics.DAY_SOURCES.stream().map(Topic::name).toList());
  }
}
