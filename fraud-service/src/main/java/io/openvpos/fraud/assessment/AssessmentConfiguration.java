package io.openvpos.fraud.assessment;

import com.mongodb.reactivestreams.client.MongoDatabase;
import io.openvpos.fraud.FraudSettings;
import io.openvpos.fraud.assessment.mongo.MongoAssessments;
import io.openvpos.fraud.history.LabelTimeline;
import io.openvpos.fraud.history.PaymentHistory;
import io.openvpos.fraud.model.ModelFormat;
import io.openvpos.fraud.model.Models;
import io.openvpos.fraud.model.ScoringModel;
import io.openvpos.fraud.rules.RulesInForce;
import io.openvpos.fraud.scoring.Judge;
import io.openvpos.fraud.scoring.ModelThresholds;
import io.openvpos.fraud.scoring.RuleBook;
import io.openvpos.fraud.velocity.CardVelocity;
import io.openvpos.messaging.mongo.Documents;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.Objects;
import org.springframework.beans.factory.config.ConfigurableBeanFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;
import org.springframework.context.annotation.Scope;
import org.springframework.core.io.Resource;

/// The pure parts as beans.
@Configuration(proxyBeanMethods = false)
class AssessmentConfiguration {

  @Bean
  RuleBook ruleBook(FraudSettings settings) {
    return new RuleBook(settings.thresholds());
  }

  @Bean
  ModelThresholds modelThresholds(FraudSettings settings) {
    return settings.model().thresholds();
  }

  @Bean
  Judge judge(RuleBook rules, ModelThresholds model) {
    return new Judge(rules, model);
  }

  /// A file that is damaged or of another schema stops the start.
  @Bean
  Models models(FraudSettings settings) {
    Resource shadow = settings.model().shadowFile();
    return new Models(read(settings.model().file()), shadow == null ? null : read(shadow));
  }

  private static ScoringModel read(Resource file) {
    try {
      return ModelFormat.read(
          Objects.requireNonNullElse(file.getFilename(), ""), file.getContentAsByteArray());
    } catch (IOException e) {
      throw new UncheckedIOException("vpos.fraud.model: " + file, e);
    }
  }

  @Bean
  @Primary
  Assessments assessments(MongoDatabase database) {
    return new MongoAssessments(
        Documents.plain(database, MongoAssessments.COLLECTION),
        Documents.plain(database, MongoAssessments.LATE));
  }

  @Bean
  LabelTimeline labelTimeline() {
    return new LabelTimeline();
  }

  /// For rehearsals; never looked up.
  @Bean
  Assessments rehearsedAssessments(MongoDatabase database) {
    return new MongoAssessments(Documents.plain(database, "rehearsals"));
  }

  /// A new one, without a history, for each partition taken.
  @Bean
  @Scope(ConfigurableBeanFactory.SCOPE_PROTOTYPE)
  Assessor assessor(
      Models models,
      Judge judge,
      RulesInForce rules,
      LabelTimeline labels,
      FraudSettings settings,
      Clock clock) {
    return new Assessor(
        new CardVelocity(settings.maxAttemptsPerCard()),
        new PaymentHistory(labels),
        models,
        judge,
        rules,
        clock);
  }
}
