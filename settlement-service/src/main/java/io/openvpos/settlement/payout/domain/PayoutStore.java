package io.openvpos.settlement.payout.domain;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/// Where payouts are kept for files and look-up, each once.
public interface PayoutStore {

  void insertMissing(List<Payout> payouts);

  Optional<Payout> find(String id);

  /// The payouts of a day's close, by id. Re-issues are not among them.
  List<Payout> ofClose(LocalDate day);
}
