package io.openvpos.fraud.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import io.openvpos.fraud.features.FeatureSchema;
import io.openvpos.fraud.model.TrainingSettings;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/// The published first week, where the data file is at hand: `-Dfraud.data=FILE`.
@EnabledIfSystemProperty(named = "fraud.data", matches = ".+")
class PublishedRowsTest {

  @Test
  void theFirstWeekHasThePublishedRowsAndHoldsTheBar() throws Exception {
    Path file = Path.of(Objects.requireNonNull(System.getProperty("fraud.data")));
    Weeks first = new Weeks(Weeks.PUBLISHED);
    HandbookBenchmark.Result result =
        HandbookBenchmark.on(HandbookFile.read(file), List.of(first), TrainingSettings.STANDARD)
            .run(first, FeatureSchema.all());
    assertThat(result.trainRows()).isEqualTo(67_240);
    assertThat(result.trainFrauds()).isEqualTo(598);
    assertThat(result.testRows()).isEqualTo(58_264);
    assertThat(result.testFrauds()).isEqualTo(385);
    assertThat(result.ranking().averagePrecision()).isGreaterThanOrEqualTo(0.74);
    assertThat(result.ranking().rocArea()).isGreaterThanOrEqualTo(0.88);
    assertThat(result.cardPrecision()).isGreaterThan(0.2999);
  }
}
