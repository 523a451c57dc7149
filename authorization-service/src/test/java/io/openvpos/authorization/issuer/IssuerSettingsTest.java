package io.openvpos.authorization.issuer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class IssuerSettingsTest {

  @Test
  void hasTheDefaultsOfTheContract() {
    IssuerSettings settings = bind(Map.of());

    assertThat(settings.connections()).isEqualTo(2);
    assertThat(settings.answerTimeout()).hasMillis(2_500);
    assertThat(settings.acquirerId()).isEqualTo("990001");
  }

  @ParameterizedTest
  @CsvSource({
    "port, 0",
    "connections, 0",
    "in-flight, 0",
    "answer-timeout, 0s",
    "circuit-window, 9",
    "acquirer-id, 123456789012",
    "acquirer-id, bank"
  })
  void refusesWhatCannotWork(String name, String value) {
    assertThatThrownBy(() -> bind(Map.of("vpos.issuer." + name, value)))
        .rootCause()
        .hasMessageContaining("vpos.issuer." + name);
  }

  private static IssuerSettings bind(Map<String, String> properties) {
    return new Binder(new MapConfigurationPropertySource(properties))
        .bindOrCreate("vpos.issuer", IssuerSettings.class);
  }
}
