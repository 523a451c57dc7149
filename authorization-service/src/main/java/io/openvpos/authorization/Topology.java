package io.openvpos.authorization;

import io.openvpos.messaging.kafka.ServiceTopics;
import io.openvpos.schemas.Topic;
import io.openvpos.schemas.Topics;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// Every topic in and out. What sales hang on is not read in a group: each instance reads all of
/// it, so no record can be lost to another one. Webhooks are, and have dead letters.
///
/// | topic | direction | how |
/// |---|---|---|
/// | authorization.payments.v1 | out | the payments' outboxes; BusinessDayEnded everywhere |
/// | authorization.risk-checks.v1 | out | sent and forgotten; silence is decided by the policy |
/// | authorization.replays.v1 | out | sent and forgotten: who repeats as it should, whose server takes webhooks |
/// | fraud.assessments.v1 | in | this instance's reply partition, from its end |
/// | merchant.profiles.v1 | in | all of it, from the beginning |
/// | settlement.business-days.v1 | in | all of it, from the beginning |
/// | authorization.payments.v1, settlement.chargebacks.v1, settlement.payouts.v1, settlement.reports.v1 | in | group authorization.webhooks; an unreadable one goes to its dead letters |
@Configuration(value = "topology", proxyBeanMethods = false)
public class Topology {

  public static final String WEBHOOKS_GROUP = "authorization.webhooks";

  public static final List<Topic> WRITTEN =
      List.of(Topics.PAYMENTS, Topics.RISK_CHECKS, Topics.REPLAYS);
  public static final List<Topic> READ =
      List.of(
          Topics.ASSESSMENTS,
          Topics.PROFILES,
          Topics.BUSINESS_DAYS,
          Topics.CHARGEBACKS,
          Topics.PAYOUTS,
          Topics.REPORTS);

  private static final List<Topic> WEBHOOKS =
      List.of(Topics.PAYMENTS, Topics.CHARGEBACKS, Topics.PAYOUTS, Topics.REPORTS);

  @Bean
  ServiceTopics serviceTopics() {
    return new ServiceTopics(
        WRITTEN, READ, WEBHOOKS.stream().map(topic -> topic.deadLetters(WEBHOOKS_GROUP)).toList());
  }

  /// The names of the topics whose facts merchants' servers are told.
  public String[] webhookSources() {
    return WEBHOOKS.stream().map(Topic::name).toArray(String[]::new);
  }
}
