package io.openvpos.authorization.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.openvpos.authorization.HoldSettings;
import io.openvpos.authorization.payment.HoldPeriods.Period;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.core.env.MutablePropertySources;
import org.springframework.core.io.ClassPathResource;

/// How long an uncaptured authorization lives.
final class HoldPeriodsTest {

  @ParameterizedTest
  @CsvSource({
    "visa, 5411, 10",
    "visa, 7011, 30",
    "visa, 3500, 10",
    "visa, 3501, 30",
    "visa, 3999, 30",
    "mastercard, 5411, 30",
    "troy, 5411, 7",
    "amex, 5411, 7"
  })
  void theServiceOwnFileHasTheSchemesDays(String brand, String mcc, int days) throws Exception {
    MutablePropertySources sources = new MutablePropertySources();
    new YamlPropertySourceLoader()
        .load("file", new ClassPathResource("authorization-service.yml"))
        .forEach(sources::addLast);
    HoldPeriods periods =
        new Binder(ConfigurationPropertySources.from(sources))
            .bindOrCreate("vpos.holds", HoldSettings.class)
            .periodsOfSchemes();

    assertThat(periods.of(brand, mcc, 90)).isEqualTo(Duration.ofDays(days));
  }

  @Test
  void aMerchantsContractMakesThemFewerAndNeverMore() {
    HoldPeriods periods = new HoldPeriods(7, List.of(new Period("visa", 10, List.of())));

    assertThat(periods.of("visa", "5411", 3)).isEqualTo(Duration.ofDays(3));
    assertThat(periods.of("visa", "5411", 20)).isEqualTo(Duration.ofDays(10));
  }

  @Test
  void aWrongSettingIsNamed() {
    assertThatThrownBy(() -> new HoldPeriods(0, List.of())).hasMessageContaining("vpos.holds.days");
    assertThatThrownBy(() -> new Period("visa", 10, List.of("70-11")))
        .hasMessageContaining("vpos.holds.periods.mccs");
  }
}
