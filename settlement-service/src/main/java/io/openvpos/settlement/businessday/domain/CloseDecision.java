package io.openvpos.settlement.businessday.domain;

import java.util.List;

/// The answer to a wish to close a day.
public sealed interface CloseDecision {

  /// The day closes: `next` is to be stored together with the facts, in this order.
  record Accepted(BusinessDaySequence next, List<DayFact> facts) implements CloseDecision {
    public Accepted {
      facts = List.copyOf(facts);
    }
  }

  /// The day is closing or closed already; nothing changes.
  record AlreadyAsked() implements CloseDecision {}

  /// The day stays as it is.
  record Refused(Reason reason) implements CloseDecision {}

  /// Why a day is not closed.
  enum Reason {
    PREVIOUS_DAY_CLOSING,
    DAY_NOT_OPEN,
    CUT_OFF_NOT_REACHED,
    BANK_CALENDAR_ENDS
  }
}
