package io.openvpos.merchant.ledger;

import io.openvpos.merchant.ledger.domain.journal.Head;
import io.openvpos.merchant.ledger.domain.journal.Head.Appended;
import io.openvpos.merchant.ledger.domain.journal.HeadKey;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/// The heads as stored, one document each.
public interface Heads {

  Optional<Head> find(HeadKey key);

  /// One compare-and-set (for a first append an insert) of the whole append. False if another one
  /// was faster; nothing is changed then.
  boolean save(Appended appended);

  /// Takes the given heads' pending entries out of the documents. Only after they are stored and
  /// published. Entries appended meanwhile stay.
  void released(Collection<Head> heads);

  /// The heads that hold pending entries caused in the partition, whatever the topic.
  List<Head> withPending(int partition);
}
