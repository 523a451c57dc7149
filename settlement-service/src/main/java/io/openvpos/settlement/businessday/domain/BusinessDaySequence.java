package io.openvpos.settlement.businessday.domain;

import io.openvpos.settlement.businessday.domain.CloseDecision.Reason;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The state of the one sequence of business days. Days are calendar dates in a row; exactly one is
/// open and at most the one before it is closing.
///
/// | action | from | to |
/// |---|---|---|
/// | begin | – | D open |
/// | close D | D open, none closing | D closing, D+1 open |
/// | finish | D closing | D closed |
///
/// @param firstDay the first day ever opened
/// @param openDay takes sales
/// @param scheduledCutOff of the open day
/// @param closing the day before the open one, while it is not closed
/// @param lastClosed the newest closed day
public record BusinessDaySequence(
    LocalDate firstDay,
    LocalDate openDay,
    Instant scheduledCutOff,
    @Nullable Closing closing,
    @Nullable Closed lastClosed) {

  /// A day that takes no more and whose batches and payouts are on their way, by these terms.
  public record Closing(LocalDate day, Instant cutOffAt, DayTerms terms) {}

  /// A day that is done.
  public record Closed(LocalDate day, Instant cutOffAt, Instant closedAt, String digest) {}

  /// A sequence and the facts that are stored with it.
  public record Change(BusinessDaySequence next, List<DayFact> facts) {
    public Change {
      facts = List.copyOf(facts);
    }
  }

  public BusinessDaySequence {
    if (closing != null && !closing.day().plusDays(1).equals(openDay)) {
      throw new IllegalStateException(closing.day() + " is closing while " + openDay + " is open");
    }
  }

  /// The very first start: `day` is open.
  public static Change begin(LocalDate day, Instant now, DaySchedule schedule) {
    Instant cutOff = schedule.cutOffOf(day);
    return new Change(
        new BusinessDaySequence(day, day, cutOff, null, null),
        List.of(new DayFact.Opened(day, now, cutOff)));
  }

  public Optional<Closing> closingDay() {
    return Optional.ofNullable(closing);
  }

  public Optional<Closed> lastClosedDay() {
    return Optional.ofNullable(lastClosed);
  }

  public CloseDecision close(LocalDate day, Instant now, ClosePolicy policy) {
    if (day.isBefore(openDay) && !day.isBefore(firstDay)) {
      return new CloseDecision.AlreadyAsked();
    }
    if (!day.equals(openDay)) {
      return new CloseDecision.Refused(Reason.DAY_NOT_OPEN);
    }
    if (closing != null) {
      return new CloseDecision.Refused(Reason.PREVIOUS_DAY_CLOSING);
    }
    if (now.isBefore(scheduledCutOff) && !policy.early()) {
      return new CloseDecision.Refused(Reason.CUT_OFF_NOT_REACHED);
    }
    if (day.isAfter(policy.lastDay())) {
      return new CloseDecision.Refused(Reason.BANK_CALENDAR_ENDS);
    }
    LocalDate tomorrow = openDay.plusDays(1);
    Instant cutOffAt = cutOffAt(now);
    Instant tomorrowsCutOff = policy.schedule().cutOffOf(tomorrow);
    return new CloseDecision.Accepted(
        new BusinessDaySequence(
            firstDay,
            tomorrow,
            tomorrowsCutOff,
            new Closing(day, cutOffAt, policy.terms()),
            lastClosed),
        List.of(
            new DayFact.CloseRequested(day, now, cutOffAt),
            new DayFact.Opened(tomorrow, now, tomorrowsCutOff)));
  }

  /// The closing day is done: all of it is back from the ledger.
  public Change finish(LocalDate day, Instant now, String digest) {
    if (closing == null || !closing.day().equals(day)) {
      throw new IllegalStateException(day + " is not closing");
    }
    return new Change(
        new BusinessDaySequence(
            firstDay,
            openDay,
            scheduledCutOff,
            null,
            new Closed(day, closing.cutOffAt(), now, digest)),
        List.of(new DayFact.Closed(day, now, digest)));
  }

  /// Cut-offs never run backwards, whatever an instance's clock says.
  private Instant cutOffAt(Instant now) {
    Instant early = now.isBefore(scheduledCutOff) ? now : scheduledCutOff;
    return lastClosed != null && early.isBefore(lastClosed.cutOffAt())
        ? lastClosed.cutOffAt()
        : early;
  }
}
