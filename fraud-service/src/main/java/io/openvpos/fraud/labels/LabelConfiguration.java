package io.openvpos.fraud.labels;

import com.mongodb.reactivestreams.client.MongoDatabase;
import io.openvpos.fraud.FraudSettings;
import io.openvpos.fraud.assessment.Assessments;
import io.openvpos.fraud.labels.kafka.LabelNotices;
import io.openvpos.fraud.labels.mongo.MongoLabels;
import io.openvpos.fraud.lists.ListDesk;
import io.openvpos.messaging.kafka.RecordSender;
import io.openvpos.messaging.mongo.Documents;
import io.openvpos.messaging.outbox.OutboxRelay;
import io.openvpos.messaging.task.Tasks;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// Labels, their store and what feeds them.
@Configuration(proxyBeanMethods = false)
class LabelConfiguration {

  @Bean
  MongoLabels labels(MongoDatabase database, LabelNotices notices, RecordSender sender) {
    Documents documents = Documents.plain(database, MongoLabels.COLLECTION);
    return new MongoLabels(documents, notices::of, new OutboxRelay("labels", documents, sender));
  }

  @Bean
  Tasks.Worker labelSweep(MongoLabels labels) {
    Tasks.Worker worker = Tasks.system().worker("fraud-labels");
    worker.every(Duration.ofSeconds(1), Duration.ofMinutes(1), labels::sweep);
    return worker;
  }

  @Bean
  ChargebackLabels chargebackLabels(
      Labels labels, Assessments assessments, ListDesk lists, FraudSettings settings) {
    return new ChargebackLabels(labels, assessments, lists, settings.rules().chargebacks());
  }

  @Bean
  NetworkReports networkReports(Labels labels, ListDesk lists, FraudSettings settings) {
    return new NetworkReports(labels, lists, settings.rules().chargebacks());
  }
}
