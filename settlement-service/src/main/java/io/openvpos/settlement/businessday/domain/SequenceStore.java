package io.openvpos.settlement.businessday.domain;

import io.openvpos.settlement.businessday.domain.BusinessDaySequence.Change;
import java.util.Optional;

/// Where the one sequence is kept, together with its facts that are not sent yet.
public interface SequenceStore {

  /// The sequence as read, and what a change of it must find unchanged.
  record Stored(BusinessDaySequence sequence, long version) {}

  Optional<Stored> read();

  /// Stores the very first state. False if there is one already.
  boolean begin(Change change);

  /// False if somebody else changed the sequence since it was read; nothing is stored then.
  boolean replace(Stored read, Change change);
}
