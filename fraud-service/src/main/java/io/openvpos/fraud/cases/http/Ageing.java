package io.openvpos.fraud.cases.http;

import io.openvpos.fraud.cases.Cases;
import io.openvpos.fraud.cases.domain.CaseStatus;
import io.openvpos.fraud.cases.domain.ReviewCase;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/// How long open cases have waited.
final class Ageing {

  /// More than a team works off.
  private static final int MOST = 5_000;

  private Ageing() {}

  static CaseAnswer.Summary of(Cases cases, Instant now) {
    List<ReviewCase> open = cases.page(CaseStatus.OPEN, null, null, MOST + 1);
    List<Duration> ages = open.stream().map(one -> Duration.between(one.openedAt(), now)).toList();
    return new CaseAnswer.Summary(
        Math.min(open.size(), MOST),
        (int) open.stream().filter(one -> one.assignee() == null).count(),
        (int) open.stream().filter(one -> now.isAfter(one.dueAt())).count(),
        ages.isEmpty() ? null : Math.max(0, ages.getFirst().toMinutes()),
        between(ages, Duration.ofDays(-36_500), Duration.ofHours(1)),
        between(ages, Duration.ofHours(1), Duration.ofHours(4)),
        between(ages, Duration.ofHours(4), Duration.ofDays(1)),
        between(ages, Duration.ofDays(1), Duration.ofDays(36_500)),
        open.size() <= MOST);
  }

  private static int between(List<Duration> ages, Duration from, Duration to) {
    return (int)
        ages.stream().filter(age -> age.compareTo(from) >= 0 && age.compareTo(to) < 0).count();
  }
}
