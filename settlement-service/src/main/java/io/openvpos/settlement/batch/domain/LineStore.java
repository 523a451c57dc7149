package io.openvpos.settlement.batch.domain;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/// Where lines are kept, each once by its head and number, together with others of its batch.
public interface LineStore {

  /// Those already stored are passed over.
  void insertMissing(List<Line> lines);

  /// The ledger hashes of those of `lines` that are stored, by id.
  Map<String, String> hashes(Collection<Line> lines);

  /// The ids of the batches that a day's lines make, ascending.
  List<String> batchesOf(LocalDate day);

  /// The lines of a batch in the order of the ledger, read piece by piece as they are asked for.
  Iterator<Line> ofBatch(String batchId);

  Optional<Line> find(String batchId, long seq);

  /// Every line of a day, batch by batch.
  default void forEachOf(LocalDate day, Consumer<Line> each) {
    batchesOf(day).forEach(batchId -> ofBatch(batchId).forEachRemaining(each));
  }
}
