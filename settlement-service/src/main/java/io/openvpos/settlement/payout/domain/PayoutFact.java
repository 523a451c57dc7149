package io.openvpos.settlement.payout.domain;

import java.time.Instant;
import java.time.LocalDate;

/// What happened to a payout.
public sealed interface PayoutFact {

  Payout payout();

  LocalDate salesDay();

  Instant at();

  /// Its place in the life of its payout, from 1; with the payout it makes the event id.
  int number();

  /// The bank is told to pay.
  record Instructed(Payout payout) implements PayoutFact {
    @Override
    public LocalDate salesDay() {
      return payout.salesDay();
    }

    @Override
    public Instant at() {
      return payout.instructedAt();
    }

    @Override
    public int number() {
      return 1;
    }
  }

  /// The bank paid.
  record Confirmed(Payout payout, LocalDate salesDay, Instant at) implements PayoutFact {
    @Override
    public int number() {
      return 2;
    }
  }

  /// The bank refused before paying; `reason` is an ISO 20022 status reason code.
  record Rejected(Payout payout, LocalDate salesDay, Instant at, String reason)
      implements PayoutFact {
    @Override
    public int number() {
      return 2;
    }
  }

  /// The money came back after the bank had paid.
  record Returned(Payout payout, LocalDate salesDay, Instant at, String reason)
      implements PayoutFact {
    @Override
    public int number() {
      return 3;
    }
  }
}
