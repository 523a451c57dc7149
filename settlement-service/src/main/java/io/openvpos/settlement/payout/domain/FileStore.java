package io.openvpos.settlement.payout.domain;

import io.openvpos.money.Mode;
import io.openvpos.settlement.businessday.domain.Debtor;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Which files are due at the bank, each once by its message id.
public interface FileStore {

  /// A file to hand over.
  ///
  /// @param debtor frozen with the day by whose close the file became due
  /// @param payoutId the re-issue that it is of; null for the file of a day's close
  record DueFile(
      String messageId,
      LocalDate day,
      Mode mode,
      String currency,
      Instant createdAt,
      Debtor debtor,
      @Nullable String payoutId) {}

  void insertMissing(DueFile file, int payouts, long controlSum);

  /// Those whose payouts the bank has not all answered for.
  List<DueFile> open();

  /// The bank has answered for every payout of the file.
  void settled(String messageId);

  Optional<DueFile> find(String messageId);

  /// Sees to it that a file never leaves, whether or not it was made yet. False if it may be at the
  /// bank already.
  boolean withdraw(DueFile file, int payouts, long controlSum);
}
