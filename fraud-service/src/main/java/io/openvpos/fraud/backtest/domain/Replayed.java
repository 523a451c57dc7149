package io.openvpos.fraud.backtest.domain;

import io.openvpos.fraud.rules.judging.Ruling;
import io.openvpos.fraud.scoring.Decision;
import io.openvpos.money.Money;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A payment of the past, judged again.
///
/// @param decided what was decided then
/// @param again what the draft (live) and today's live version (shadow) make of it
/// @param label whether it is known to be fraud
public record Replayed(Money amount, Decision decided, Ruling again, Known label) {

  /// What is known of it by now.
  public enum Known {
    FRAUD,
    GOOD,
    /// Most payments: nobody complained.
    NOTHING
  }

  Decision draft() {
    return again.after().decision();
  }

  List<String> draftHits() {
    return hits(again.live());
  }

  List<String> liveHits() {
    return hits(again.shadow());
  }

  private static List<String> hits(Ruling.@Nullable BySet set) {
    return set == null ? List.of() : set.hits();
  }
}
