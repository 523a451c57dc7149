package io.openvpos.fraud.dashboard;

import com.mongodb.reactivestreams.client.MongoDatabase;
import io.micrometer.core.instrument.MeterRegistry;
import io.openvpos.fraud.assessment.Assessments;
import io.openvpos.fraud.dashboard.mongo.MongoCounts;
import io.openvpos.fraud.labels.Labels;
import io.openvpos.messaging.mongo.Documents;
import io.openvpos.messaging.task.Tasks;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// Counts, their store and who keeps them going.
@Configuration(proxyBeanMethods = false)
class DashboardConfiguration {

  @Bean
  CountStore countStore(MongoDatabase database) {
    return new MongoCounts(
        Documents.plain(database, MongoCounts.HOURS),
        Documents.versioned(database, MongoCounts.DAYS),
        Documents.plain(database, MongoCounts.QUALITY));
  }

  @Bean
  HourCounter hourCounter(Assessments assessments, CountStore store, Clock clock) {
    return new HourCounter(assessments, store, clock);
  }

  @Bean
  Dashboard dashboard(CountStore store, HourCounter counter, MeterRegistry meters, Clock clock) {
    return new Dashboard(store, counter, new RuleTimes(meters), clock);
  }

  @Bean
  DashboardSweep dashboardSweep(
      HourCounter counter, Assessments assessments, Labels labels, CountStore store) {
    QualityCounter quality = new QualityCounter(assessments, labels, store);
    return new DashboardSweep(counter, quality, Tasks.system());
  }
}
