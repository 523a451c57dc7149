package io.openvpos.fraud.cases;

import io.openvpos.fraud.cases.domain.CaseStatus;
import io.openvpos.fraud.cases.domain.ReviewCase;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// All cases there are, and the snoozes.
public interface Cases {

  /// False if the payment has one.
  boolean open(ReviewCase opened);

  Optional<ReviewCase> find(String id);

  /// False if another change came first. A conclusion is stored as still to be carried out.
  boolean save(ReviewCase changed);

  /// The oldest first.
  ///
  /// @param assignee null for everybody's
  /// @param after the case that the page before ended with
  List<ReviewCase> page(
      CaseStatus status, @Nullable String assignee, @Nullable ReviewCase after, int limit);

  /// Concluded, with something left to be carried out.
  List<ReviewCase> unfinished(int limit);

  void finished(String id);

  /// The last word counts.
  void snooze(Snooze snooze);

  Optional<Snooze> snoozeOf(String entity, String value);

  /// Those that last beyond a time.
  List<Snooze> snoozes(Instant at);

  /// Payments of that card, address, e-mail or merchant open no case for a time.
  ///
  /// @param entity code of a kind of list
  record Snooze(String entity, String value, Instant until, String reason, String by) {}
}
