package io.openvpos.merchant;

import io.openvpos.messaging.kafka.ServiceTopics;
import io.openvpos.schemas.Topic;
import io.openvpos.schemas.Topics;
import java.util.List;
import org.springframework.stereotype.Component;

/// Every topic in and out.
///
/// | topic | role | on failure |
/// |---|---|---|
/// | merchant.profiles.v1 | written, and read whole for API keys | the view waits |
/// | merchant.ledger-entries.v1 | written | – |
/// | merchant.adjustments.v1 | written (approved adjustments, day markers), posted | the partition stops |
/// | authorization.payments.v1, settlement.chargebacks.v1, settlement.batches.v1, settlement.payouts.v1 | posted, group merchant.ledger | the partition stops |
/// | authorization.payments.v1, authorization.replays.v1 | read for the certification list, group merchant.certification | dead letters of the group |
/// | settlement.business-days.v1 | read whole | the view waits |
@Component("topology")
public final class Topology {

  private static final List<Topic> LEDGER_SOURCES =
      List.of(
          Topics.PAYMENTS, Topics.CHARGEBACKS, Topics.ADJUSTMENTS, Topics.BATCHES, Topics.PAYOUTS);

  private static final List<Topic> TRAFFIC_SOURCES = List.of(Topics.PAYMENTS, Topics.REPLAYS);
  private static final String CERTIFICATION = "merchant.certification";

  public ServiceTopics topics() {
    return new ServiceTopics(
        List.of(Topics.PROFILES, Topics.LEDGER_ENTRIES, Topics.ADJUSTMENTS),
        List.of(
            Topics.PAYMENTS,
            Topics.CHARGEBACKS,
            Topics.BATCHES,
            Topics.PAYOUTS,
            Topics.REPLAYS,
            Topics.BUSINESS_DAYS),
        TRAFFIC_SOURCES.stream().map(topic -> topic.deadLetters(CERTIFICATION)).toList());
  }

  /// The names of the topics that show what a merchant's integration does.
  public String[] trafficSources() {
    return TRAFFIC_SOURCES.stream().map(Topic::name).toArray(String[]::new);
  }

  /// The names of the topics whose facts the ledger posts.
  public String[] ledgerSources() {
    return LEDGER_SOURCES.stream().map(Topic::name).toArray(String[]::new);
  }
}
