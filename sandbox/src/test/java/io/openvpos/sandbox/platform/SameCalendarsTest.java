package io.openvpos.sandbox.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.config.YamlPropertiesFactoryBean;
import org.springframework.core.io.ClassPathResource;

/// What a quote promises settlement keeps: both ship with the same calendars.
class SameCalendarsTest {

  @Test
  void quotesCountTheDaysThatSettlementCounts() {
    Map<String, String> settled = calendars("settlement-service.yml", "vpos.settlement.");
    assertThat(settled).containsKeys("EUR", "GBP", "USD");
    assertThat(calendars("merchant-service.yml", "vpos.merchant.quotes.")).isEqualTo(settled);
  }

  private static Map<String, String> calendars(String settings, String prefix) {
    YamlPropertiesFactoryBean file = new YamlPropertiesFactoryBean();
    file.setResources(new ClassPathResource(settings));
    String systems = prefix + "system-calendars.";
    return Objects.requireNonNull(file.getObject()).entrySet().stream()
        .filter(one -> one.getKey().toString().startsWith(systems))
        .collect(
            Collectors.toMap(
                one -> one.getKey().toString().substring(systems.length()),
                one -> one.getValue().toString()));
  }
}
