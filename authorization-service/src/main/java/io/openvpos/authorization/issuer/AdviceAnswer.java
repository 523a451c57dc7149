package io.openvpos.authorization.issuer;

/// What became of one forwarding of a reversal advice.
public enum AdviceAnswer {

  /// The network has it: never to be forwarded again.
  ACKNOWLEDGED,

  /// Sent, or perhaps sent, and not acknowledged; or not to be sent until a person helps. It counts
  /// as a try and is forwarded again as a repeat.
  UNACKNOWLEDGED,

  /// Certainly not sent: the network cannot be reached now.
  NOT_SENT
}
