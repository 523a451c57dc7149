package io.openvpos.settlement.businessday.domain;

import java.time.Instant;
import java.time.LocalDate;

/// What happened to a business day.
public sealed interface DayFact {

  LocalDate day();

  /// When it was decided.
  Instant at();

  /// Its place in the life of its day, from 1; with the day it makes the event id.
  int number();

  /// The day takes sales from now on.
  record Opened(LocalDate day, Instant at, Instant scheduledCutOff) implements DayFact {
    @Override
    public int number() {
      return 1;
    }
  }

  /// The day takes no more. `cutOffAt` is the scheduled cut-off or the moment of an early close.
  record CloseRequested(LocalDate day, Instant at, Instant cutOffAt) implements DayFact {
    @Override
    public int number() {
      return 2;
    }
  }

  /// Every batch and payout of the day is back from the ledger.
  record Closed(LocalDate day, Instant at, String digest) implements DayFact {
    @Override
    public int number() {
      return 3;
    }
  }
}
