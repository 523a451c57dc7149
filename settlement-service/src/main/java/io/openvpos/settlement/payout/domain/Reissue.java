package io.openvpos.settlement.payout.domain;

import java.time.LocalDate;

/// What the payout that replaces another one is made with: when that happened, when the bank shall
/// pay, and to whom by then.
public record Reissue(Taken taken, LocalDate executionDate, Beneficiary beneficiary) {}
