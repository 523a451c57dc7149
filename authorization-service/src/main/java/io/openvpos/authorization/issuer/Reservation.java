package io.openvpos.authorization.issuer;

/// What asking for a place on the network found.
public sealed interface Reservation {

  /// A place with its trace number. Close the slot once the request is answered or given up.
  record Reserved(IssuerSlot slot) implements Reservation {}

  /// The network cannot be reached, or has stopped answering: nothing is sent.
  record Down() implements Reservation {}

  /// Every place is taken: the network is there, and slower than the requests come.
  record Full() implements Reservation {}
}
