package io.openvpos.authorization.vault;

import io.openvpos.authorization.vault.keys.Envelope;
import io.openvpos.authorization.vault.keys.KeyRing;
import io.openvpos.authorization.vault.keys.UnreadableCardException;
import java.security.SecureRandom;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;

/// Brings every row of the vault under the keys of now: wrapped with the active key-encryption key,
/// found by the present versions of the look-up key and by no former one. Each row is one
/// compare-and-set, so it may be stopped anywhere and begun again, run several times at once, and
/// run while payments use the same rows.
public final class KeyRotation {

  private static final int PAGE = 200;

  /// Each further pass is for rows that others wrote behind the one before.
  private static final int PASSES = 20;

  private final VaultRows rows;
  private final Envelope envelopes;
  private final CardDigests digests;
  private final CardUses uses;

  KeyRotation(VaultRows rows, KeyRing keys, CardUses uses, SecureRandom random) {
    this.rows = rows;
    this.uses = uses;
    envelopes = new Envelope(keys, random);
    digests = new CardDigests(keys);
  }

  /// How far it is.
  ///
  /// @param seen rows looked at in this pass
  /// @param renewed rows changed in all passes
  /// @param unreadable rows of this pass that no key opens
  /// @param twins rows of this pass whose card has another row, too
  /// @param finished a whole pass found nothing to change
  public record Progress(long seen, long renewed, long unreadable, long twins, boolean finished) {

    /// Whether every row is under the keys of now.
    public boolean complete() {
      return finished && unreadable == 0 && twins == 0;
    }
  }

  private enum Step {
    CURRENT,
    RENEWED,
    CHANGED,
    UNREADABLE,
    TWIN
  }

  /// Runs until a whole pass finds nothing to change, or gives up: then somebody keeps writing with
  /// former keys.
  ///
  /// @param told hears of every page
  public Progress run(Consumer<Progress> told) {
    Progress progress = new Progress(0, 0, 0, 0, false);
    for (int pass = 0; pass < PASSES && !progress.finished(); pass++) {
      progress = pass(progress.renewed(), told);
    }
    return progress;
  }

  private Progress pass(long renewedBefore, Consumer<Progress> told) {
    Map<Step, Long> counts = new EnumMap<>(Step.class);
    long seen = 0;
    List<VaultRow> page = rows.after("", PAGE);
    while (!page.isEmpty()) {
      uses.record(page.stream().filter(row -> !named(row)).toList(), UseReason.keyRotation());
      for (VaultRow row : page) {
        counts.merge(step(row), 1L, Long::sum);
      }
      seen += page.size();
      told.accept(progress(seen, renewedBefore, counts, false));
      page = rows.after(page.getLast().id(), PAGE);
    }
    boolean finished = !counts.containsKey(Step.RENEWED) && !counts.containsKey(Step.CHANGED);
    return progress(seen, renewedBefore, counts, finished);
  }

  private static Progress progress(
      long seen, long before, Map<Step, Long> counts, boolean finished) {
    return new Progress(
        seen,
        before + counts.getOrDefault(Step.RENEWED, 0L),
        counts.getOrDefault(Step.UNREADABLE, 0L),
        counts.getOrDefault(Step.TWIN, 0L),
        finished);
  }

  private Step step(VaultRow row) {
    try {
      VaultRow rekeyed = rekeyed(row);
      return rekeyed.equals(row) ? Step.CURRENT : written(row, rekeyed);
    } catch (UnreadableCardException _) {
      return Step.UNREADABLE;
    }
  }

  private Step written(VaultRow row, VaultRow rekeyed) {
    return switch (rows.rekey(rekeyed)) {
      case DONE -> Step.RENEWED;
      case CHANGED -> Step.CHANGED;
      case TAKEN -> {
        // Its token goes on to open; the number finds the other row.
        rows.rekey(row.rekeyed(row.lookups(), rekeyed.envelope()));
        yield Step.TWIN;
      }
    };
  }

  private VaultRow rekeyed(VaultRow row) {
    String envelope = row.envelope();
    return row.rekeyed(
        named(row) ? row.lookups() : lookups(row),
        envelopes.isCurrent(envelope) ? envelope : envelopes.rewrap(envelope));
  }

  private boolean named(VaultRow row) {
    return row.isSingleUse() || digests.current(row.lookups());
  }

  private List<String> lookups(VaultRow row) {
    Pan pan = new Pan(envelopes.open(row.envelope(), row.owner()));
    return Stream.concat(
            row.lookups().stream().filter(digests::isNewer),
            digests.lookups(row.merchantId(), row.mode(), pan).stream())
        .toList();
  }
}
