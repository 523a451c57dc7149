package io.openvpos.fraud.labels;

import com.mongodb.reactivestreams.client.MongoDatabase;
import io.openvpos.fraud.FraudSettings;
import io.openvpos.fraud.assessment.Assessments;
import io.openvpos.fraud.labels.mongo.MongoLabels;
import io.openvpos.fraud.lists.ListDesk;
import io.openvpos.messaging.mongo.Documents;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// Labels, their store and what feeds them.
@Configuration(proxyBeanMethods = false)
class LabelConfiguration {

  @Bean
  Labels labels(MongoDatabase database) {
    return new MongoLabels(Documents.plain(database, MongoLabels.COLLECTION));
  }

  @Bean
  ChargebackLabels chargebackLabels(
      Labels labels, Assessments assessments, ListDesk lists, FraudSettings settings) {
    return new ChargebackLabels(labels, assessments, lists, settings.rules().chargebacks());
  }
}
