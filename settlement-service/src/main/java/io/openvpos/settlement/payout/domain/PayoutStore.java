package io.openvpos.settlement.payout.domain;

import io.openvpos.settlement.batch.domain.Head;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Where payouts are kept for files and look-up, each once.
public interface PayoutStore {

  void insertMissing(List<Payout> payouts);

  Optional<Payout> find(String id);

  void insertMissingReserves(List<ReserveMovement> movements);

  /// What a day's close moved into and out of reserves: the event ids.
  Set<String> reserveEventsOf(LocalDate day);

  /// The payouts of a day's close, by id. Re-issues are not among them.
  List<Payout> ofClose(LocalDate day);

  /// The payout of a head's close of a day and every one that took its place since, by number. One
  /// that was made a moment ago may be missing.
  List<Payout> ofChain(Head head, LocalDate day);
}
