package io.openvpos.merchant.ledger;

import io.openvpos.merchant.ledger.domain.day.EndedDays;
import io.openvpos.merchant.ledger.domain.journal.Source;

/// Which days have ended in each source partition, one document each.
public interface SourceDays {

  EndedDays find(Source source);

  /// Compare-and-set; false if another one was faster.
  boolean save(EndedDays changed);
}
