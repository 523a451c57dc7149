package io.openvpos.fraud.rules;

import com.mongodb.reactivestreams.client.MongoDatabase;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.openvpos.fraud.FraudSettings;
import io.openvpos.fraud.lists.ListsInForce;
import io.openvpos.fraud.rules.mongo.MongoRuleSets;
import io.openvpos.messaging.mongo.Documents;
import io.openvpos.messaging.task.Tasks;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// Versions of the rules, their store and the one in force.
@Configuration(proxyBeanMethods = false)
class RuleConfiguration {

  @Bean
  RuleSets ruleSets(MongoDatabase database) {
    return new MongoRuleSets(
        Documents.versioned(database, MongoRuleSets.SETS),
        Documents.versioned(database, MongoRuleSets.PUBLICATION));
  }

  @Bean
  RuleSetDesk ruleSetDesk(RuleSets sets, Clock clock) {
    return new RuleSetDesk(sets, clock);
  }

  @Bean
  RulesInForce rulesInForce(
      RuleSets sets, ListsInForce lists, FraudSettings settings, MeterRegistry meters) {
    RulesInForce rules =
        new RulesInForce(sets, lists, settings.thresholds(), new RuleMetrics(meters));
    Gauge.builder("fraud.rules.live.version", rules, RulesInForce::liveVersion)
        .description("the version of the rules that this instance judges by; 0 for none")
        .register(meters);
    return rules;
  }

  @Bean
  RulesRefresh rulesRefresh(RulesInForce rules, FraudSettings settings, StarterPack starter) {
    starter.offer();
    return new RulesRefresh(rules, Tasks.system(), settings.rules().refresh());
  }

  @Bean
  StarterPack starterPack(RuleSets sets, Clock clock) {
    return new StarterPack(sets, clock);
  }
}
