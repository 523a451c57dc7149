package io.openvpos.fraud.backtest;

import io.openvpos.fraud.FraudSettings;
import io.openvpos.fraud.assessment.Assessments;
import io.openvpos.fraud.labels.Labels;
import io.openvpos.fraud.lists.ListEntries;
import io.openvpos.fraud.rules.RuleSets;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// Back-tests as a bean.
@Configuration(proxyBeanMethods = false)
class BackTestConfiguration {

  /// Some twenty seconds of one core, and the memory of a few hundred payments.
  private static final int MOST_PAYMENTS = 200_000;

  @Bean
  BackTest backTest(
      Assessments assessments,
      Labels labels,
      ListEntries lists,
      RuleSets sets,
      FraudSettings settings,
      Clock clock) {
    BackTest.Limits limits = new BackTest.Limits(settings.thresholds(), MOST_PAYMENTS);
    return new BackTest(assessments, labels, lists, sets, limits, clock);
  }
}
