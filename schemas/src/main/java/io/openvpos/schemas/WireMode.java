package io.openvpos.schemas;

/// Maps the wire's [Mode] from and to the domain's [io.openvpos.money.Mode].
public final class WireMode {

  private WireMode() {}

  public static Mode of(io.openvpos.money.Mode mode) {
    return switch (mode) {
      case TEST -> Mode.TEST;
      case LIVE -> Mode.LIVE;
    };
  }

  /// A mode that this reader does not know is an [IllegalStateException]: the record is not passed.
  public static io.openvpos.money.Mode read(Mode wire) {
    return switch (wire) {
      case TEST -> io.openvpos.money.Mode.TEST;
      case LIVE -> io.openvpos.money.Mode.LIVE;
      case UNKNOWN -> throw new IllegalStateException("a mode unknown to this reader");
    };
  }
}
