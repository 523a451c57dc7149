package io.openvpos.settlement;

import io.openvpos.schemas.Topic;
import io.openvpos.schemas.Topics;
import java.util.List;

/// Every topic that the service touches.
///
/// | topic | here | group |
/// |---|---|---|
/// | settlement.business-days.v1 | written, and read as a view | – |
/// | settlement.batches.v1 | written | – |
/// | settlement.payouts.v1 | written, and read for the lives of payouts | settlement.payout-life |
/// | settlement.chargebacks.v1 | written | – |
/// | settlement.reports.v1 | written | – |
/// | merchant.ledger-entries.v1 | read | settlement.lines |
/// | merchant.profiles.v1 | read as a view | – |
public final class Topology {

  /// [Topics#LEDGER_ENTRIES], as an annotation can name it.
  public static final String LEDGER_ENTRIES = "merchant.ledger-entries.v1";

  public static final String LEDGER_GROUP = "settlement.lines";

  /// [Topics#PAYOUTS], as an annotation can name it.
  public static final String PAYOUTS = "settlement.payouts.v1";

  public static final String PAYOUT_LIFE_GROUP = "settlement.payout-life";

  /// Where what the group of a projection cannot read goes.
  public static final List<String> DEAD_LETTERS =
      List.of(Topics.PAYOUTS.deadLetters(PAYOUT_LIFE_GROUP));

  /// Settlement's own facts whose days end with markers.
  public static final Topic CHARGEBACKS = Topics.CHARGEBACKS;

  public static final List<Topic> WRITTEN =
      List.of(
          Topics.BUSINESS_DAYS, Topics.BATCHES, Topics.PAYOUTS, Topics.CHARGEBACKS, Topics.REPORTS);

  public static final List<Topic> READ = List.of(Topics.LEDGER_ENTRIES, Topics.PROFILES);

  /// The topics whose days end with marks, which the cut waits for.
  public static final List<String> DAY_SOURCES =
      Topics.DAY_SOURCES.stream().map(Topic::name).toList();

  private Topology() {}
}
