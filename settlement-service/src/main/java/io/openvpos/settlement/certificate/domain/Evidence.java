package io.openvpos.settlement.certificate.domain;

import io.openvpos.money.Mode;
import io.openvpos.settlement.batch.domain.Batch;
import io.openvpos.settlement.batch.domain.LedgerMark;
import io.openvpos.settlement.batch.domain.Posted;
import io.openvpos.settlement.batch.domain.SourceHolds;
import io.openvpos.settlement.payout.domain.Payout;
import java.util.List;
import java.util.Optional;

/// What a certificate is written from: each part from its own source, none computed from another.
///
/// @param marks the ledger's word of every source partition
/// @param tally of the lines
/// @param batches all of the day, by id: the day's digest is over all of them
/// @param closing the entries of the batch closes, payouts and reserve movements
/// @param payouts of the day's close, by id
/// @param before the certificate of the day before
public record Evidence(
    Mode mode,
    String currency,
    List<LedgerMark> marks,
    Tally tally,
    List<Batch> batches,
    List<Posted> closing,
    List<Payout> payouts,
    List<DigestedFile> files,
    Optional<Certificate> before) {

  public Evidence {
    marks = List.copyOf(marks);
    batches = List.copyOf(batches);
    closing = List.copyOf(closing);
    payouts = List.copyOf(payouts);
    files = List.copyOf(files);
  }

  /// Nothing is still held before the first day that is counted.
  Optional<CertifiedHolds> holds() {
    if (!CertifiedHolds.known(marks)) {
      return Optional.empty();
    }
    CertifiedHolds sum =
        CertifiedHolds.opening(
            before.flatMap(Certificate::holds).map(CertifiedHolds::open).orElse(0L));
    for (LedgerMark mark : marks) {
      for (SourceHolds one : mark.holds().orElseThrow()) {
        sum = isOwn(one) ? sum.plus(one) : sum;
      }
    }
    return Optional.of(sum);
  }

  boolean isOwn(SourceHolds holds) {
    return holds.mode() == mode && holds.currency().equals(currency);
  }

  List<Batch> ownBatches() {
    return batches.stream().filter(this::isOwn).toList();
  }

  boolean isOwn(Batch batch) {
    return batch.head().mode() == mode && batch.head().currency().equals(currency);
  }
}
