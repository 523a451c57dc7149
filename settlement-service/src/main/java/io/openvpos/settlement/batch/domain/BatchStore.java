package io.openvpos.settlement.batch.domain;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Where batches are kept, each once, together with the fact that it is closed.
public interface BatchStore {

  /// Which batches to list; null means any.
  record Query(
      @Nullable LocalDate day,
      @Nullable String merchantId,
      @Nullable String mode,
      @Nullable String currency) {}

  /// A batch that is there already must be the same one.
  void insert(Batch batch, Instant cutOffAt);

  Optional<Batch> find(String id);

  /// All of a day, by id.
  List<Batch> ofDay(LocalDate day);

  /// Newest day first; after the batch `startingAfter` if given.
  List<Batch> list(Query query, @Nullable String startingAfter, int limit);
}
