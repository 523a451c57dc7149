package io.openvpos.merchant.ledger;

import io.openvpos.merchant.ledger.domain.journal.Head;
import io.openvpos.merchant.ledger.domain.journal.HeadKey;
import java.util.Collection;
import java.util.List;

/// The heads as people and clients read them.
public interface HeadReading {

  /// Those of the keys that have entries, in the order of their ids.
  List<Head> existing(Collection<HeadKey> keys);

  List<Head> all();
}
