package io.openvpos.settlement.payout.http;

import io.openvpos.settlement.payout.domain.Release.Step;
import io.openvpos.settlement.payout.domain.ReleaseStore.FileToRelease;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A payout file on its way to the bank.
///
/// @param id the message id of the file
/// @param status waiting, proposed, released; settled once the bank has answered for all of it
/// @param payoutId of a file for one re-issue
/// @param amount the control sum, in minor units
record ReleaseAnswer(
    String id,
    LocalDate date,
    String mode,
    String currency,
    String status,
    @Nullable String payoutId,
    int payouts,
    long amount,
    List<StepAnswer> steps) {

  /// Who did what, and when.
  record StepAnswer(String action, String by, Instant at, @Nullable String reason) {
    static StepAnswer of(Step step) {
      return new StepAnswer(step.action().code(), step.by(), step.at(), step.reason());
    }
  }

  /// A page of files, newest first.
  record Page(List<ReleaseAnswer> data, boolean hasMore) {}

  static ReleaseAnswer of(FileToRelease file) {
    return new ReleaseAnswer(
        file.messageId(),
        file.day(),
        file.mode().code(),
        file.currency(),
        file.settled() ? "settled" : file.release().status().code(),
        file.payoutId(),
        file.payouts(),
        file.controlSum(),
        file.release().steps().stream().map(StepAnswer::of).toList());
  }
}
