package io.openvpos.fraud;

import io.openvpos.schemas.Topic;
import io.openvpos.schemas.Topic.Partitioning;
import io.openvpos.schemas.Topic.Retention;
import io.openvpos.schemas.Topics;
import java.util.List;

/// Every topic in and out, and who reads.
///
/// | topic | direction | group | on failure |
/// |---|---|---|---|
/// | authorization.risk-checks.v1 | in | fraud.scoring | an unreadable one goes to the dead letters |
/// | fraud.assessments.v1 | out | | an answer not sent is asked for again |
/// | authorization.risk-checks.v1.fraud.scoring.dlt | out | | |
public final class Topology {

  public static final String SCORING_GROUP = "fraud.scoring";

  public static final Topic UNREADABLE_RISK_CHECKS =
      new Topic(
          Topics.RISK_CHECKS.deadLetters(SCORING_GROUP), Partitioning.SINGLE, Retention.DAYS_35);

  public static final List<Topic> READ = List.of(Topics.RISK_CHECKS);
  public static final List<Topic> WRITTEN = List.of(Topics.ASSESSMENTS, UNREADABLE_RISK_CHECKS);

  private Topology() {}
}
