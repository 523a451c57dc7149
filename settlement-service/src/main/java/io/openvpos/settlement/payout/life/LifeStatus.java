package io.openvpos.settlement.payout.life;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/// The steps of a payout's life, in the order they can come in.
///
/// | status | next |
/// |---|---|
/// | instructed | confirmed, rejected |
/// | confirmed | returned |
/// | rejected, returned | none: another payout took its place |
public enum LifeStatus {
  INSTRUCTED(1),
  CONFIRMED(2),
  REJECTED(3),
  RETURNED(4);

  private final int rank;

  LifeStatus(int rank) {
    this.rank = rank;
  }

  /// Greater of what can only come later. As it is stored: never to be changed.
  public int rank() {
    return rank;
  }

  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static Optional<LifeStatus> of(String code) {
    return Stream.of(values()).filter(one -> one.code().equals(code)).findFirst();
  }
}
