package io.openvpos.fraud.cases;

import com.mongodb.reactivestreams.client.MongoDatabase;
import io.openvpos.fraud.FraudSettings;
import io.openvpos.fraud.assessment.Assessments;
import io.openvpos.fraud.cases.mongo.MongoCases;
import io.openvpos.fraud.labels.Labels;
import io.openvpos.fraud.lists.ListDesk;
import io.openvpos.fraud.lists.ListsInForce;
import io.openvpos.fraud.outcomes.Outcomes;
import io.openvpos.messaging.mongo.Documents;
import io.openvpos.messaging.task.Repeated;
import io.openvpos.messaging.task.Tasks;
import java.time.Clock;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// Cases, their store and the sweep.
@Configuration(proxyBeanMethods = false)
class CaseConfiguration {

  private static final Duration SWEPT_EVERY = Duration.ofMinutes(1);

  @Bean
  Cases cases(MongoDatabase database) {
    return new MongoCases(
        Documents.versioned(database, MongoCases.COLLECTION),
        Documents.plain(database, MongoCases.SNOOZES));
  }

  @Bean
  Conclusions conclusions(Cases cases, Labels labels, ListDesk lists) {
    return new Conclusions(cases, labels, lists);
  }

  @Bean
  CaseDesk caseDesk(Cases cases, Conclusions conclusions, FraudSettings settings, Clock clock) {
    return new CaseDesk(cases, conclusions, settings.rules().reviewWithin(), clock);
  }

  @Bean
  Evidence evidence(Assessments assessments, Labels labels, Outcomes outcomes, ListsInForce lists) {
    return new Evidence(assessments, labels, outcomes, lists);
  }

  /// Makes good what a crash left behind.
  @Bean(initMethod = "start")
  Repeated caseSweep(Conclusions conclusions) {
    return new Repeated("fraud-cases", SWEPT_EVERY, conclusions::sweep, Tasks.system());
  }
}
