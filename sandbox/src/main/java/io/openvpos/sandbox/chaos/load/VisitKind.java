package io.openvpos.sandbox.chaos.load;

import java.util.Random;

/// What a shopper and the shop do together, and how often of a hundred.
enum VisitKind {
  SALE(20),
  DECLINED_CARD(4),
  DECLINED_AMOUNT(3),
  SILENT_ISSUER(2),
  LATE_ISSUER(2),
  HELD_AND_CAPTURED(10),
  CAPTURED_IN_TWO(9),
  HOLD_VOIDED(7),
  SALE_VOIDED(7),
  REFUNDED(7),
  REFUNDED_IN_PIECES(6),
  REFUND_IN_TROUBLE(3),
  TO_THE_LAST_PENNY(6),
  SMALLEST_AND_LARGEST(2),
  /// A card that the shop has seen, confirmed with its bank.
  AUTHENTICATED(6),
  /// On the bank's page.
  ON_THE_PAGE(6);

  private static final int ALL = 100;

  private final int often;

  VisitKind(int often) {
    this.often = often;
  }

  static VisitKind draw(Random random) {
    int left = random.nextInt(ALL);
    for (VisitKind kind : values()) {
      left -= kind.often;
      if (left < 0) {
        return kind;
      }
    }
    throw new IllegalStateException("the kinds of visits are not a hundred");
  }
}
