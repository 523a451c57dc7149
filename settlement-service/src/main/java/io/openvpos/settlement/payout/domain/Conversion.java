package io.openvpos.settlement.payout.domain;

import io.openvpos.settlement.batch.domain.BatchId;
import io.openvpos.settlement.batch.domain.Head;
import io.openvpos.settlement.batch.domain.PayoutTerms;
import io.openvpos.settlement.fx.domain.Rate;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/// What became payable in a foreign currency and is paid in lira by contract, turned over when a
/// day is taken in: at most once for a head and day, so its event id follows from those. Never
/// changes.
///
/// @param from whose money is sold
/// @param sold in minor units of `from`'s currency, above zero
/// @param bought in kuruş, above zero
/// @param price lira given for `unit` units of the currency
/// @param rateTable `date.version` of the table that the price is from
/// @param terms that it was converted by
/// @param at the day's cut-off
public record Conversion(
    Head from,
    LocalDate day,
    long sold,
    long bought,
    BigDecimal price,
    int unit,
    String rateTable,
    PayoutTerms terms,
    Instant at) {

  public Conversion {
    if (sold <= 0 || bought <= 0) {
      throw new IllegalStateException("a conversion of " + sold + " into " + bought);
    }
  }

  /// Where the money comes in.
  public Head to() {
    return new Head(from.merchantId(), from.mode(), Rate.LIRA);
  }

  /// `day.merchant.mode.currency.conversion:1`.
  public String eventId() {
    return BatchId.of(day, from) + ".conversion:1";
  }

  /// Of the two entries that it makes; the end of the day waits for both.
  public List<String> entryEventIds() {
    return List.of(eventId() + ":out", eventId() + ":in");
  }
}
