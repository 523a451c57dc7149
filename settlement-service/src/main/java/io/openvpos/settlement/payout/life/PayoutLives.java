package io.openvpos.settlement.payout.life;

import io.openvpos.money.Mode;
import io.openvpos.settlement.payout.life.PayoutLife.Step;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Where the lives of payouts are kept.
public interface PayoutLives {

  /// What an event says; the parts of an instruction are null in any other.
  ///
  /// @param payout as far as the event tells it, without steps
  /// @param number its place in the payout's life, from 1
  record Event(PayoutLife payout, int number, Step step) {}

  /// Which lives; null means any.
  ///
  /// @param date the business day they were instructed on
  record Query(
      @Nullable LocalDate date,
      @Nullable String merchantId,
      @Nullable Mode mode,
      @Nullable LifeStatus status) {}

  /// Taken again, or after a later one of the same payout, it changes nothing that was known.
  void take(Event event);

  Optional<PayoutLife> find(String id);

  /// Newest day first.
  List<PayoutLife> list(Query query, @Nullable String startingAfter, int limit);
}
