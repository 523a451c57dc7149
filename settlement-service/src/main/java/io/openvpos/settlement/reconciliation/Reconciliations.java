package io.openvpos.settlement.reconciliation;

import io.openvpos.money.Mode;
import io.openvpos.settlement.reconciliation.domain.Reconciliation;
import io.openvpos.settlement.reconciliation.file.FileHeader;
import java.time.LocalDate;
import java.util.Optional;

/// Which clearing file each day has, and what became of it. One file for each day and mode.
public interface Reconciliations {

  /// The file that a day has, whether its work is done or not.
  record Claimed(String fileId, String digest) {}

  /// Makes this file the day's, if it has none; the day's file is returned.
  Claimed claim(FileHeader header, String digest);

  /// Done once; later calls change nothing.
  void finish(Reconciliation result);

  /// Empty as long as there is no file or its work is not done.
  Optional<Reconciliation> find(LocalDate day, Mode mode);
}
