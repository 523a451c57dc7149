package io.openvpos.sandbox.attack;

/// What thieves do with cards.
public enum AttackKind {
  /// Stolen numbers are tried with small amounts at one shop, to learn which still work: twice
  /// each, through twenty addresses, every card with an e-mail of its own.
  CARD_TESTING(0),
  /// Numbers of one BIN are made up one after another and tried once each at three shops, through
  /// two hundred addresses and without an e-mail.
  BIN_ENUMERATION(1),
  /// Cards of customers with a history pay large amounts at shops they never used, four times each,
  /// from an address of the thief's own.
  ACCOUNT_TAKEOVER(2);

  private final int world;

  AttackKind(int world) {
    this.world = world;
  }

  /// Chooses the cards and addresses of a run: no other kind uses them.
  int world() {
    return world;
  }

  String title() {
    return switch (this) {
      case CARD_TESTING -> "card testing";
      case BIN_ENUMERATION -> "BIN enumeration";
      case ACCOUNT_TAKEOVER -> "account takeover";
    };
  }
}
