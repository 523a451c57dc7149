package io.openvpos.fraud.cases.domain;

import io.openvpos.fraud.lists.domain.ListEntity;
import io.openvpos.fraud.rules.judging.PaymentFacts;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One payment under review.
///
/// @param id the payment's
/// @param version raised by each change, from 1
/// @param reasons why it is here, codes
/// @param dueAt until when it should be closed
/// @param assignee who looks at it
/// @param conclusion null while it is open
/// @param steps what was done, the oldest first
public record ReviewCase(
    String id,
    long version,
    PaymentFacts payment,
    int score,
    List<String> reasons,
    Instant openedAt,
    Instant dueAt,
    CaseStatus status,
    @Nullable String assignee,
    @Nullable Conclusion conclusion,
    List<Step> steps) {

  public ReviewCase {
    reasons = List.copyOf(reasons);
    steps = List.copyOf(steps);
  }

  /// What an analyst found.
  ///
  /// @param block what of the payment goes to the block lists
  public record Conclusion(
      boolean fraud, String note, List<ListEntity> block, String by, Instant at) {

    public Conclusion {
      block = List.copyOf(block);
    }
  }

  /// Something a person did.
  ///
  /// @param action assign, release, approve or decline
  public record Step(String action, String by, Instant at) {}

  /// A change, or why there is none.
  public sealed interface Move {}

  /// To be stored.
  public record Changed(ReviewCase next) implements Move {}

  /// It is so already.
  public record Unchanged(ReviewCase there) implements Move {}

  /// It may not be.
  ///
  /// @param code a problem's
  public record Refused(String code) implements Move {}

  /// A new one.
  public static ReviewCase open(
      String id,
      PaymentFacts payment,
      int score,
      List<String> reasons,
      boolean snoozed,
      Instant at,
      Duration patience) {
    CaseStatus status = snoozed ? CaseStatus.SNOOZED : CaseStatus.OPEN;
    return new ReviewCase(
        id, 1, payment, score, reasons, at, at.plus(patience), status, null, null, List.of());
  }

  public Move assign(String by, Instant at) {
    if (status.isClosed()) {
      return new Refused("case_closed");
    }
    if (by.equals(assignee)) {
      return new Unchanged(this);
    }
    return isAnothers(by)
        ? new Refused("case_of_another")
        : new Changed(next(CaseStatus.OPEN, by, null, new Step("assign", by, at)));
  }

  /// Gives it back to the queue. Whoever is away cannot: anyone may.
  public Move release(String by, Instant at) {
    if (status.isClosed()) {
      return new Refused("case_closed");
    }
    return assignee == null
        ? new Unchanged(this)
        : new Changed(next(status, null, null, new Step("release", by, at)));
  }

  public Move conclude(Conclusion found) {
    if (conclusion != null) {
      boolean same = conclusion.fraud() == found.fraud() && conclusion.by().equals(found.by());
      return same ? new Unchanged(this) : new Refused("case_closed");
    }
    if (isAnothers(found.by())) {
      return new Refused("case_of_another");
    }
    CaseStatus closed = found.fraud() ? CaseStatus.DECLINED : CaseStatus.APPROVED;
    String action = found.fraud() ? "decline" : "approve";
    return new Changed(next(closed, found.by(), found, new Step(action, found.by(), found.at())));
  }

  private boolean isAnothers(String by) {
    return assignee != null && !assignee.equals(by);
  }

  private ReviewCase next(
      CaseStatus nextStatus, @Nullable String who, @Nullable Conclusion found, Step step) {
    List<Step> all = new ArrayList<>(steps);
    all.add(step);
    return new ReviewCase(
        id, version + 1, payment, score, reasons, openedAt, dueAt, nextStatus, who, found, all);
  }
}
