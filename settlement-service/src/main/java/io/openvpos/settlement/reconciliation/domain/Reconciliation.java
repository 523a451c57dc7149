package io.openvpos.settlement.reconciliation.domain;

import io.openvpos.money.Mode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/// What became of one day's clearing file. Nothing of it changes once it is there.
///
/// @param fileId the network's
/// @param digest of the file's control record
/// @param records in the file, chargebacks among them
/// @param claims records about chargebacks
/// @param exceptions opened by it
/// @param rows counts and sums; they close
public record Reconciliation(
    LocalDate day,
    Mode mode,
    String fileId,
    String digest,
    long records,
    long claims,
    long exceptions,
    List<Tally.Row> rows,
    Instant at) {

  public Reconciliation {
    rows = List.copyOf(rows);
    if (!Tally.closes(rows)) {
      throw new IllegalStateException("the classes of " + day + " are not both sides");
    }
  }
}
