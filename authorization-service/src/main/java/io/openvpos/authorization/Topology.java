package io.openvpos.authorization;

import io.openvpos.messaging.kafka.ServiceTopics;
import io.openvpos.schemas.Topic;
import io.openvpos.schemas.Topics;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// Every topic in and out. None is read in a group: each instance reads all of it, so no record can
/// be lost to another one and there are no dead letters.
///
/// | topic | direction | how |
/// |---|---|---|
/// | authorization.payments.v1 | out | the payments' outboxes; BusinessDayEnded everywhere |
/// | authorization.risk-checks.v1 | out | sent and forgotten; silence is decided by the policy |
/// | authorization.replays.v1 | out | sent and forgotten: who repeats as it should |
/// | fraud.assessments.v1 | in | this instance's reply partition, from its end |
/// | merchant.profiles.v1 | in | all of it, from the beginning |
/// | settlement.business-days.v1 | in | all of it, from the beginning |
@Configuration(proxyBeanMethods = false)
public class Topology {

  public static final List<Topic> WRITTEN =
      List.of(Topics.PAYMENTS, Topics.RISK_CHECKS, Topics.REPLAYS);
  public static final List<Topic> READ =
      List.of(Topics.ASSESSMENTS, Topics.PROFILES, Topics.BUSINESS_DAYS);

  @Bean
  ServiceTopics serviceTopics() {
    return new ServiceTopics(WRITTEN, READ);
  }
}
