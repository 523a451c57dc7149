package io.openvpos.settlement.payout.domain;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// How a payout file comes to be handed to the bank: one person of the acquirer's finance proposes,
/// another approves.
///
/// | action | status before | after | by whom |
/// |---|---|---|---|
/// | propose | waiting | proposed | anybody of finance |
/// | approve | proposed | released | somebody else |
/// | reject | proposed | waiting | anybody of finance, with a reason |
///
/// A file released stays so: it may be at the bank already. One that is not can be withdrawn when
/// its payout's account is corrected, and stays so.
///
/// @param steps what was done, oldest first; empty for a file that nobody has to release
public record Release(Status status, List<Step> steps) {

  public static final Release AUTOMATIC = new Release(Status.RELEASED, List.of());
  public static final Release WAITING = new Release(Status.WAITING, List.of());
  public static final Release WITHDRAWN = new Release(Status.WITHDRAWN, List.of());

  /// Where the file stands.
  public enum Status {
    WAITING,
    PROPOSED,
    RELEASED,

    /// Its payout goes elsewhere, in another file; this one never leaves.
    WITHDRAWN;

    public String code() {
      return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<Status> of(String code) {
      return List.of(values()).stream().filter(status -> status.code().equals(code)).findFirst();
    }
  }

  /// What somebody did.
  public enum Action {
    PROPOSE,
    APPROVE,
    REJECT;

    public String code() {
      return name().toLowerCase(Locale.ROOT);
    }

    public static Action of(String code) {
      return valueOf(code.toUpperCase(Locale.ROOT));
    }
  }

  /// A step of the way.
  ///
  /// @param reason of a rejection
  public record Step(Action action, String by, Instant at, @Nullable String reason) {}

  /// What came of a request.
  public sealed interface Outcome {
    /// The file stands differently now.
    record Changed(Release next) implements Outcome {}

    /// It stood like that already.
    record Same() implements Outcome {}

    /// It may not be, for this reason.
    record Refused(Refusal reason) implements Outcome {}
  }

  /// Why not.
  public enum Refusal {
    SECOND_PERSON_REQUIRED,
    NOT_PROPOSED,
    FILE_WITHDRAWN,

    /// Somebody has done something since the file was looked at.
    RELEASE_CHANGED
  }

  public Release {
    steps = List.copyOf(steps);
  }

  /// Tells how the file stands from how it stood: the number of its steps.
  public String stand() {
    return String.valueOf(steps.size());
  }

  /// The first call proposes, the one of another person approves.
  ///
  /// @param read how the file stood when they looked; where it stands otherwise, who meant to
  ///   propose would approve, so nothing is done
  public Outcome release(Optional<String> read, String by, Instant at) {
    boolean other = read.isPresent() && !read.get().equals(stand());
    return switch (status) {
      case WAITING ->
          other
              ? new Outcome.Refused(Refusal.RELEASE_CHANGED)
              : changed(Status.PROPOSED, new Step(Action.PROPOSE, by, at, null));
      case PROPOSED -> {
        if (steps.getLast().by().equals(by)) {
          yield new Outcome.Refused(Refusal.SECOND_PERSON_REQUIRED);
        }
        yield other
            ? new Outcome.Refused(Refusal.RELEASE_CHANGED)
            : changed(Status.RELEASED, new Step(Action.APPROVE, by, at, null));
      }
      case RELEASED -> new Outcome.Same();
      case WITHDRAWN -> new Outcome.Refused(Refusal.FILE_WITHDRAWN);
    };
  }

  /// What was done so far stays on it.
  public Release withdrawn() {
    return new Release(Status.WITHDRAWN, steps);
  }

  /// Whoever proposed may take it back this way too.
  public Outcome reject(String by, Instant at, String reason) {
    return status == Status.PROPOSED
        ? changed(Status.WAITING, new Step(Action.REJECT, by, at, reason))
        : new Outcome.Refused(Refusal.NOT_PROPOSED);
  }

  private Outcome changed(Status next, Step step) {
    List<Step> all = new ArrayList<>(steps);
    all.add(step);
    return new Outcome.Changed(new Release(next, all));
  }
}
