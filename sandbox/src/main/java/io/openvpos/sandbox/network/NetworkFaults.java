package io.openvpos.sandbox.network;

/// Faults of the line that a chaos run adds to those of the cards. Both questions are asked on the
/// connection's own thread; implementations must be thread-safe and quick.
public interface NetworkFaults {

  /// No faults at all.
  NetworkFaults NONE = new NetworkFaults() {};

  /// What becomes of an answer. The decision is in the log in any case.
  enum Delivery {
    /// Sent as it should be.
    NORMAL,
    /// Not sent.
    SILENT,
    /// Not sent; the connection is closed instead.
    DROPPED,
    /// Bytes that are no message are sent instead.
    GARBAGE,
    /// Sent twice.
    DUPLICATE,
    /// Sent with another STAN.
    OTHER_STAN,
    /// Sent after the late-answer delay.
    LATE
  }

  /// Whether the message reaches the network at all; a lost one is neither decided nor logged.
  ///
  /// @param mti the message type
  /// @param rrn DE 37
  default boolean arrives(String mti, String rrn) {
    return true;
  }

  /// What becomes of the answer to a message just logged.
  default Delivery delivery(NetworkRecord decided) {
    return Delivery.NORMAL;
  }
}
