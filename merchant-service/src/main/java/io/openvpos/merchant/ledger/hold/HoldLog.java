package io.openvpos.merchant.ledger.hold;

import io.openvpos.merchant.ledger.domain.hold.PlacedHold;
import io.openvpos.merchant.ledger.domain.journal.Source;
import java.time.LocalDate;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.Consumer;

/// The facts about holds as a set: a record that is added again, alone or among others, changes
/// nothing that can be read. So no write of it needs to win a race.
public interface HoldLog {

  /// One write, whatever the number.
  void add(Source source, List<PlacedHold> placed);

  /// Every record of the days, in no order; one may come more than once.
  void forEach(Source source, LocalDate first, LocalDate last, Consumer<PlacedHold> each);

  /// The least offset from which on records of the partition are counted; empty if none are.
  OptionalLong countedFrom(Source source);

  /// Lowers it, or sets it where nothing was counted yet.
  void countFrom(Source source, long offset);
}
