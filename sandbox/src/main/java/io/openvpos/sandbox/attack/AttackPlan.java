package io.openvpos.sandbox.attack;

/// How large the attacks are.
///
/// @param cards stolen or made up, for each attack; of account takeovers a fifth of it
/// @param goodSales of honest customers at the attacked shops, while the attack lasts
/// @param seed of cards, amounts, addresses and the order of all
public record AttackPlan(int cards, int goodSales, long seed) {

  private static final int ACCOUNTS_SHARE = 5;

  public AttackPlan {
    if (cards < ACCOUNTS_SHARE || goodSales < 1) {
      throw new IllegalArgumentException("cards " + cards + ", good sales " + goodSales);
    }
  }

  int accounts() {
    return cards / ACCOUNTS_SHARE;
  }
}
