package io.openvpos.settlement.reconciliation.http;

import io.openvpos.settlement.matter.domain.Matter;
import io.openvpos.settlement.reconciliation.domain.Discrepancy;
import io.openvpos.settlement.reconciliation.domain.Item;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// An exception as JSON. Amounts are minor units.
///
/// @param ageDays since the day it is of
/// @param proposal identity of the resolution that waits; to be named by whoever confirms it
record DiscrepancyAnswer(
    String id,
    String object,
    LocalDate date,
    String mode,
    String kind,
    String merchantId,
    String status,
    String owner,
    long ageDays,
    Instant openedAt,
    @Nullable Side ours,
    @Nullable Side theirs,
    List<Matter.Note> notes,
    Matter.@Nullable Resolution resolution,
    @Nullable String proposal,
    String confirmedBy) {

  /// One side of it.
  record Side(
      String type,
      long amount,
      String currency,
      String rrn,
      String arn,
      String pan,
      String caseReference) {

    static @Nullable Side of(@Nullable Item item) {
      return item == null
          ? null
          : new Side(
              item.type().name().toLowerCase(Locale.ROOT),
              item.amount(),
              item.currency(),
              item.rrn(),
              item.arn(),
              item.pan(),
              item.caseReference());
    }
  }

  /// A page of exceptions.
  record Page(List<DiscrepancyAnswer> data, boolean hasMore) {}

  static DiscrepancyAnswer of(Discrepancy one, LocalDate today) {
    Matter matter = one.matter();
    return new DiscrepancyAnswer(
        one.id(),
        "reconciliation_exception",
        one.day(),
        one.mode().code(),
        one.kind(),
        one.merchantId(),
        matter.status().code(),
        matter.owner(),
        ChronoUnit.DAYS.between(one.day(), today),
        matter.openedAt(),
        Side.of(one.ours()),
        Side.of(one.theirs()),
        matter.notes(),
        matter.resolution(),
        matter.proposal(),
        matter.confirmedBy());
  }
}
