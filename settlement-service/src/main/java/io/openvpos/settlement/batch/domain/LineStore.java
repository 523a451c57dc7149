package io.openvpos.settlement.batch.domain;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/// Where lines are kept, each once by its id.
public interface LineStore {

  /// Those already stored are passed over.
  void insertMissing(List<Line> lines);

  /// The ledger hashes of those of `ids` that are stored, by id.
  Map<String, String> hashes(Collection<String> ids);

  /// Every line of a day, in no order.
  void forEachOf(LocalDate day, Consumer<Line> each);

  /// The lines of a head with these sequence numbers, in no order.
  List<Line> find(Head head, List<Long> seqs);
}
