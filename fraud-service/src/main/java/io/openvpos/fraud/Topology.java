package io.openvpos.fraud;

import io.openvpos.messaging.deadletter.DeadLetterTopic;
import io.openvpos.schemas.Topic;
import io.openvpos.schemas.Topics;
import java.util.List;

/// Every topic in and out, and who reads.
///
/// | topic | direction | group | on failure |
/// |---|---|---|---|
/// | authorization.risk-checks.v1 | in | fraud.scoring, and a standby outside of it | an unreadable one goes to the dead letters |
/// | settlement.chargebacks.v1 | in | fraud.labels | an unreadable one goes to the dead letters, which nobody replays |
/// | authorization.payments.v1 | in | fraud.outcomes | an unreadable one goes to the dead letters, which nobody replays |
/// | fraud.labels.v1 | out, and in by every instance | | an unreadable one is passed over |
/// | fraud.assessments.v1 | out | | an answer not sent is asked for again |
/// | authorization.risk-checks.v1.fraud.scoring.dlt | out, and back to its source by an operator | the topic's name + .replay | |
public final class Topology {

  public static final String SCORING_GROUP = "fraud.scoring";

  public static final DeadLetterTopic UNREADABLE_RISK_CHECKS =
      new DeadLetterTopic(Topics.RISK_CHECKS, SCORING_GROUP);

  public static final String LABELS_GROUP = "fraud.labels";

  /// The name of [Topics#CHARGEBACKS], for an annotation.
  public static final String CHARGEBACKS = "settlement.chargebacks.v1";

  public static final String OUTCOMES_GROUP = "fraud.outcomes";

  /// The name of [Topics#PAYMENTS], for an annotation.
  public static final String PAYMENTS = "authorization.payments.v1";

  /// Not to be replayed: their sources carry money.
  public static final List<String> DEAD_LETTERS =
      List.of(
          Topics.CHARGEBACKS.deadLetters(LABELS_GROUP),
          Topics.PAYMENTS.deadLetters(OUTCOMES_GROUP));

  public static final List<Topic> READ =
      List.of(Topics.RISK_CHECKS, Topics.CHARGEBACKS, Topics.PAYMENTS, Topics.LABELS);
  public static final List<Topic> WRITTEN =
      List.of(Topics.ASSESSMENTS, Topics.LABELS, UNREADABLE_RISK_CHECKS.topic());

  private Topology() {}
}
