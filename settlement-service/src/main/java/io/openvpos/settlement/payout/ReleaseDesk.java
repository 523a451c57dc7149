package io.openvpos.settlement.payout;

import io.openvpos.settlement.payout.domain.Release;
import io.openvpos.settlement.payout.domain.Release.Outcome;
import io.openvpos.settlement.payout.domain.ReleaseStore;
import io.openvpos.settlement.payout.domain.ReleaseStore.FileToRelease;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.function.BiFunction;

/// Where two people let a payout file go to the bank.
public final class ReleaseDesk {

  private final ReleaseStore files;
  private final Clock clock;

  public ReleaseDesk(ReleaseStore files, Clock clock) {
    this.files = files;
    this.clock = clock;
  }

  /// Empty if there is no such file.
  ///
  /// @param read how the file stood when they looked; if it stands otherwise, nothing is done
  public Optional<Outcome> release(String messageId, Optional<String> read, String by) {
    return change(messageId, (release, now) -> release.release(read, by, now));
  }

  /// Empty if there is no such file.
  public Optional<Outcome> reject(String messageId, String by, String reason) {
    return change(messageId, (release, now) -> release.reject(by, now, reason));
  }

  private Optional<Outcome> change(String messageId, BiFunction<Release, Instant, Outcome> decide) {
    while (true) {
      Optional<FileToRelease> read = files.find(messageId);
      if (read.isEmpty()) {
        return Optional.empty();
      }
      Outcome outcome = decide.apply(read.get().release(), clock.instant());
      if (!(outcome instanceof Outcome.Changed(Release next)) || files.replace(read.get(), next)) {
        return Optional.of(outcome);
      }
    }
  }
}
