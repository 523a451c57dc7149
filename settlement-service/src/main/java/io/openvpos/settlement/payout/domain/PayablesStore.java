package io.openvpos.settlement.payout.domain;

import io.openvpos.settlement.batch.domain.Head;
import io.openvpos.settlement.payout.domain.Payables.Change;
import java.util.Optional;
import java.util.function.Consumer;

/// Where payables are kept, one head each, together with their facts that are not sent yet.
public interface PayablesStore {

  /// Payables as read, and what a change of them must find unchanged.
  record Stored(Payables payables, long version) {}

  Optional<Stored> find(Head head);

  void forEach(Consumer<Payables> each);

  /// Creates a head with its first change. False if there is one already.
  boolean insert(Change change);

  /// False if somebody else changed the head since it was read; nothing is stored then.
  boolean replace(Stored read, Change change);
}
