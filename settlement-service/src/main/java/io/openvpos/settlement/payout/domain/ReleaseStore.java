package io.openvpos.settlement.payout.domain;

import io.openvpos.money.Mode;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Payout files as those see them who release them.
public interface ReleaseStore {

  /// A file and where it stands.
  ///
  /// @param day by whose close it became due
  /// @param payoutId the re-issue that it is of; null for the file of a day's close
  /// @param controlSum in minor units
  /// @param settled whether the bank has answered for every payout of it
  record FileToRelease(
      String messageId,
      LocalDate day,
      Mode mode,
      String currency,
      @Nullable String payoutId,
      int payouts,
      long controlSum,
      boolean settled,
      Release release,
      long version) {}

  Optional<FileToRelease> find(String messageId);

  /// Newest first; null means any.
  List<FileToRelease> list(
      @Nullable LocalDate day,
      Release.@Nullable Status status,
      @Nullable String startingAfter,
      int limit);

  /// False if it was changed since it was read; nothing is changed then.
  boolean replace(FileToRelease read, Release next);
}
