package io.openvpos.merchant.ledger.hold;

import io.openvpos.merchant.ledger.domain.journal.Source;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/// Where counting began in each source partition: at the offset at which an instance that counts
/// first took it over. A partition that is read again from further back is counted from there. Kept
/// until it is stored, and stored before the records from there on are handled.
public final class CountStarts {

  private final HoldLog log;
  private final Map<Source, Long> open = new ConcurrentHashMap<>();

  public CountStarts(HoldLog log) {
    this.log = log;
  }

  /// The instance goes on with the partition at the offset.
  public void taken(Source source, long offset) {
    open.merge(source, offset, Math::min);
  }

  /// Called before records are handled, and by a timer where none come.
  public void store() {
    open.forEach((source, offset) -> {
      log.countFrom(source, offset);
      open.remove(source, offset);
    });
  }
}
