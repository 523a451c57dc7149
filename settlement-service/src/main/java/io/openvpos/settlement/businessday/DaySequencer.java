package io.openvpos.settlement.businessday;

import io.openvpos.settlement.businessday.domain.BusinessDaySequence;
import io.openvpos.settlement.businessday.domain.CloseDecision;
import io.openvpos.settlement.businessday.domain.ClosePolicy;
import io.openvpos.settlement.businessday.domain.DayLog;
import io.openvpos.settlement.businessday.domain.SequenceStore;
import io.openvpos.settlement.businessday.domain.SequenceStore.Stored;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/// Moves the one sequence: the first day, a close, an end. Whatever is read of the sequence is
/// written to the day log before the sequence moves on, so the log misses nothing, whoever was
/// killed where.
public final class DaySequencer {

  private final SequenceStore store;
  private final DayLog log;
  private final ClosePolicy policy;
  private final Optional<LocalDate> firstDay;
  private final Clock clock;
  private volatile long loggedVersion;

  public DaySequencer(
      SequenceStore store,
      DayLog log,
      ClosePolicy policy,
      Optional<LocalDate> firstDay,
      Clock clock) {
    this.store = store;
    this.log = log;
    this.policy = policy;
    this.firstDay = firstDay;
    this.clock = clock;
  }

  /// Opens the very first day, if nobody has.
  public void begin() {
    if (store.read().isEmpty()) {
      Instant now = now();
      LocalDate day = firstDay.orElseGet(() -> policy.schedule().dayAt(now));
      store.begin(BusinessDaySequence.begin(day, now, policy.schedule()));
    }
    logged();
  }

  public BusinessDaySequence current() {
    return read().sequence();
  }

  public CloseDecision close(LocalDate day) {
    while (true) {
      Stored read = logged();
      CloseDecision decision = read.sequence().close(day, now(), policy);
      if (!(decision instanceof CloseDecision.Accepted(var next, var facts))) {
        return decision;
      }
      if (store.replace(read, new BusinessDaySequence.Change(next, facts))) {
        logged();
        return decision;
      }
    }
  }

  /// Writes down what somebody's failure left out of the log, and closes the open day if its
  /// scheduled cut-off has passed.
  public void lookAfter() {
    Stored read = read();
    if (read.version() != loggedVersion) {
      read = logged();
    }
    BusinessDaySequence sequence = read.sequence();
    if (sequence.closingDay().isEmpty() && !now().isBefore(sequence.scheduledCutOff())) {
      closeOnTime(sequence.openDay());
    }
  }

  /// Another instance may have been faster; a calendar that ends is for people to replace, so it is
  /// told as a failure.
  private void closeOnTime(LocalDate day) {
    if (close(day) instanceof CloseDecision.Refused(var reason)
        && reason == CloseDecision.Reason.BANK_CALENDAR_ENDS) {
      throw new IllegalStateException(
          "one of the bank calendars %s ends too soon to close %s"
              .formatted(policy.terms().calendars().tables(), day));
    }
  }

  /// The closing day is done. Harmless if another instance said so first.
  public void finish(LocalDate day, String digest) {
    Stored read = logged();
    boolean stillClosing =
        read.sequence().closingDay().filter(closing -> closing.day().equals(day)).isPresent();
    if (stillClosing) {
      store.replace(read, read.sequence().finish(day, now(), digest));
      logged();
    }
  }

  private Stored logged() {
    Stored read = read();
    BusinessDaySequence sequence = read.sequence();
    sequence
        .lastClosedDay()
        .ifPresent(closed -> log.closed(closed.day(), closed.closedAt(), closed.digest()));
    sequence
        .closingDay()
        .ifPresent(closing -> log.closing(closing.day(), closing.cutOffAt(), closing.terms()));
    log.opened(sequence.openDay(), sequence.scheduledCutOff());
    loggedVersion = read.version();
    return read;
  }

  private Stored read() {
    return store
        .read()
        .orElseThrow(() -> new IllegalStateException("no business day was ever opened"));
  }

  /// The store keeps milliseconds.
  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MILLIS);
  }
}
