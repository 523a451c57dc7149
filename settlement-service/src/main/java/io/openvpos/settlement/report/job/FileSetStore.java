package io.openvpos.settlement.report.job;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/// Where file sets are kept, each once, together with the word that they are ready.
public interface FileSetStore {

  /// One that is there already must be the same.
  void insert(FileSet files);

  Optional<FileSet> find(String id);

  /// The day's own and those of its batches, by id.
  List<FileSet> ofDay(LocalDate day);
}
