package io.openvpos.settlement;

import static org.assertj.core.api.Assertions.assertThat;

import io.openvpos.schemas.Topic;
import io.openvpos.schemas.Topics;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Properties;
import org.junit.jupiter.api.Test;

class TopologyTest {

  @Test
  void theNamesThatAnnotationsNeedAreTheTopics() {
    assertThat(Topology.LEDGER_ENTRIES).isEqualTo(Topics.LEDGER_ENTRIES.name());
    assertThat(Topology.PAYOUTS).isEqualTo(Topics.PAYOUTS.name());
    assertThat(Topology.DAY_SOURCES)
        .containsExactlyElementsOf(Topics.DAY_SOURCES.stream().map(Topic::name).toList());
  }

  @Test
  void everyTopicWrittenIsSettlementsOwn() {
    assertThat(Topology.WRITTEN)
        .allMatch(topic -> topic.name().startsWith("settlement."))
        .hasSize(5);
  }

  @Test
  void bothLanguagesHaveTheSameTexts() throws IOException {
    Properties english = bundle("en");
    Properties turkish = bundle("tr");
    assertThat(turkish.keySet()).isEqualTo(english.keySet());
    for (String code :
        new String[] {
          "previous_day_closing",
          "day_not_open",
          "cut_off_not_reached",
          "day_not_closed",
          "no_payouts"
        }) {
      assertThat(english).containsKeys("problem." + code + ".title", "problem." + code + ".detail");
    }
  }

  private static Properties bundle(String language) throws IOException {
    Properties texts = new Properties();
    String name = "/settlement-service-messages_" + language + ".properties";
    try (Reader reader =
        new InputStreamReader(
            Objects.requireNonNull(TopologyTest.class.getResourceAsStream(name)),
            StandardCharsets.UTF_8)) {
      texts.load(reader);
    }
    return texts;
  }
}
