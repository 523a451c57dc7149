package io.openvpos.settlement.payout.domain;

import io.openvpos.settlement.batch.domain.Batch;
import io.openvpos.settlement.batch.domain.Due;
import io.openvpos.settlement.batch.domain.PayoutTerms;
import io.openvpos.settlement.batch.domain.ReserveTerms;
import java.util.List;

/// What a closing day brings a head.
///
/// @param dues of its batch
/// @param reserve what is held back of them
/// @param terms of its batch, or of what came in by conversion
/// @param converted what comes in by conversion, due at once and with nothing held back
public record DayShare(List<Due> dues, ReserveTerms reserve, PayoutTerms terms, long converted) {

  public static final DayShare NONE =
      new DayShare(List.of(), ReserveTerms.NONE, PayoutTerms.NONE, 0);

  public DayShare {
    dues = List.copyOf(dues);
  }

  public static DayShare of(Batch batch) {
    return new DayShare(batch.dues(), batch.reserve(), batch.payoutTerms(), 0);
  }

  public DayShare plus(Conversion conversion) {
    return new DayShare(
        dues,
        reserve,
        terms.newer(conversion.terms().converted()),
        Math.addExact(converted, conversion.bought()));
  }

  /// Whether it changes nothing that is owed.
  public boolean isEmpty() {
    return dues.isEmpty() && converted == 0;
  }
}
