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
/// | merchant.adjustments.v1 | written (day markers), posted | the partition stops |
/// | authorization.payments.v1, settlement.chargebacks.v1, settlement.batches.v1, settlement.payouts.v1 | posted, group merchant.ledger | the partition stops |
/// | settlement.business-days.v1 | read whole | the view waits |
@Component("topology")
public final class Topology {

  private static final List<Topic> LEDGER_SOURCES =
      List.of(
          Topics.PAYMENTS, Topics.CHARGEBACKS, Topics.ADJUSTMENTS, Topics.BATCHES, Topics.PAYOUTS);

  public ServiceTopics topics() {
    return new ServiceTopics(
        List.of(Topics.PROFILES, Topics.LEDGER_ENTRIES, Topics.ADJUSTMENTS),
        List.of(
            Topics.PAYMENTS,
            Topics.CHARGEBACKS,
            Topics.BATCHES,
            Topics.PAYOUTS,
            Topics.BUSINESS_DAYS));
  }

  /// The names of the topics whose facts the ledger posts.
  public String[] ledgerSources() {
    return LEDGER_SOURCES.stream().map(Topic::name).toArray(String[]::new);
  }
}
