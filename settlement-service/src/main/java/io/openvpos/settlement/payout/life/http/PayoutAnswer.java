package io.openvpos.settlement.payout.life.http;

import io.openvpos.settlement.payout.domain.Payout;
import io.openvpos.settlement.payout.life.PayoutLife;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A payout as JSON.
///
/// @param date the business day it was instructed on
/// @param closeDate the business day whose close it pays; null for a moment after it was made
/// @param amount in minor units
/// @param replaces the payout whose place it took
/// @param replacedBy the payout that took its place
record PayoutAnswer(
    String id,
    String object,
    String merchantId,
    String mode,
    String currency,
    long amount,
    String status,
    LocalDate date,
    @Nullable LocalDate closeDate,
    @Nullable LocalDate executionDate,
    String iban,
    String beneficiary,
    @Nullable String replaces,
    @Nullable String replacedBy,
    List<StepAnswer> steps) {

  /// Something that happened to it.
  record StepAnswer(String status, LocalDate date, Instant at, @Nullable String reason) {
    static StepAnswer of(PayoutLife.Step step) {
      return new StepAnswer(step.status().code(), step.salesDay(), step.at(), step.reason());
    }
  }

  /// A page of payouts, newest day first.
  record Page(List<PayoutAnswer> data, boolean hasMore) {}

  /// @param chain the payouts of the same close, by number; empty in a list, which shows no links
  static PayoutAnswer of(PayoutLife life, List<Payout> chain) {
    int place = chain.stream().map(Payout::id).toList().indexOf(life.id());
    return new PayoutAnswer(
        life.id(),
        "payout",
        life.head().merchantId(),
        life.head().mode().code(),
        life.head().currency(),
        life.amount(),
        life.status().code(),
        life.date(),
        place < 0 ? null : chain.get(place).day(),
        life.executionDate(),
        life.iban(),
        life.beneficiary(),
        place > 0 ? chain.get(place - 1).id() : null,
        place >= 0 && place + 1 < chain.size() ? chain.get(place + 1).id() : null,
        life.steps().stream().map(StepAnswer::of).toList());
  }
}
