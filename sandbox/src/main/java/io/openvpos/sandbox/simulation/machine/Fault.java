package io.openvpos.sandbox.simulation.machine;

/// What goes wrong, and about one time in how many places where it can.
public enum Fault {
  /// A process stops between two steps.
  CRASH(220),
  /// A process stands still while the others go on, and comes back as a zombie.
  FREEZE(300),
  /// One thread stands still between two steps while its own process goes on.
  STALL(20),
  /// The store does not do what it is asked, and does not answer.
  STORE_AWAY(60),
  /// The store does it, and its answer is lost.
  STORE_UNHEARD(60),
  /// The store does it only after its caller has given up.
  STORE_LATE(120),
  /// A record is not appended.
  SEND_LOST(30),
  /// A record is appended, and the acknowledgement is lost.
  SEND_UNHEARD(30),
  /// A record is appended only after its sender has given up.
  SEND_LATE(60),
  /// Partitions move to other members, which the members so far learn late.
  REBALANCE(5),
  /// A group's offsets go back, at worst to 0.
  REWIND(40),
  /// A record cannot be decoded for a while.
  UNDECODABLE(150),
  /// A day's markers are written by one who has not drained.
  EARLY_MARKER(15),
  /// No connection to the issuers is up.
  ISSUER_DOWN(25),
  /// Every place on the connections to the issuers is taken.
  ISSUER_FULL(25),
  REQUEST_LOST(12),
  /// A request comes to the host long after its deadline, behind its own reversal.
  REQUEST_LATE(20),
  ANSWER_LOST(12),
  ANSWER_LATE(8),
  ANSWER_TWICE(12),
  ADVICE_LOST(6),
  ADVICE_UNHEARD(6),
  /// The bank does not answer, or answers for a part of the file.
  BANK_SILENT(4);

  private final int oneIn;

  Fault(int oneIn) {
    this.oneIn = oneIn;
  }

  int oneIn() {
    return oneIn;
  }
}
