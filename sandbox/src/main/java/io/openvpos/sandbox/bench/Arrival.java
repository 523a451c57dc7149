package io.openvpos.sandbox.bench;

/// One request of the load, ready to be sent.
interface Arrival {

  /// Blocks until the answer is here.
  Outcome send();
}
