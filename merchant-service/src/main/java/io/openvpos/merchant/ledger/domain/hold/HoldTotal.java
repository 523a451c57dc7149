package io.openvpos.merchant.ledger.domain.hold;

import io.openvpos.money.Mode;
import java.util.Collection;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// What the facts of one business day and one source partition did to holds.
public record HoldTotal(Mode mode, Currency currency, HoldMoves moves) {

  /// Of distinct events, by mode and currency; without what comes to nothing.
  public static List<HoldTotal> of(Collection<PlacedHold> distinct) {
    Map<String, HoldTotal> totals = new TreeMap<>();
    for (PlacedHold placed : distinct) {
      HoldFact fact = placed.fact();
      totals.merge(
          fact.mode().code() + fact.currency(),
          new HoldTotal(fact.mode(), fact.currency(), fact.moves()),
          HoldTotal::plus);
    }
    return totals.values().stream().filter(total -> !total.moves.equals(HoldMoves.NONE)).toList();
  }

  private HoldTotal plus(HoldTotal other) {
    return new HoldTotal(mode, currency, moves.plus(other.moves));
  }
}
