package io.openvpos.messaging.day;

import java.time.Instant;
import java.time.LocalDate;

/// The business day that a fact is decided under. Hold it open from the decision until the
/// compare-and-set that stores the fact has answered: a draining day waits for it.
public final class Stamp implements AutoCloseable {

  private final BusinessDays days;
  private final LocalDate day;
  private final Instant at;
  private boolean closed;

  Stamp(BusinessDays days, LocalDate day, Instant at) {
    this.days = days;
    this.day = day;
    this.at = at;
  }

  public LocalDate day() {
    return day;
  }

  /// When the stamp was taken: the fact's own time.
  public Instant at() {
    return at;
  }

  @Override
  public synchronized void close() {
    if (!closed) {
      closed = true;
      days.released(day);
    }
  }
}
