package io.openvpos.sandbox.simulation.check;

import io.openvpos.authorization.payment.PaymentRecord;
import io.openvpos.authorization.payment.domain.PaymentStatus;
import io.openvpos.sandbox.simulation.machine.Violation;
import io.openvpos.sandbox.simulation.world.Platform;
import io.openvpos.schemas.BusinessDayEnded;
import io.openvpos.schemas.Envelope;
import io.openvpos.schemas.Topics;
import io.openvpos.schemas.authorization.PaymentAuthorized;
import io.openvpos.schemas.authorization.PaymentCaptured;
import io.openvpos.schemas.authorization.PaymentExpired;
import io.openvpos.schemas.authorization.PaymentVoided;
import io.openvpos.schemas.merchant.HoldTotal;
import io.openvpos.schemas.merchant.LedgerDayClosed;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// What the ledger announces of holds is what the payments' log says, however often it announces
/// it.
final class HoldPromises {

  /// Authorizations, authorized, captures, captured, released.
  private static final int FIGURES = 5;

  private HoldPromises() {}

  /// What was announced, by partition and day.
  static Map<String, List<Long>> check(Platform.Stores stores) {
    Map<String, List<Long>> said = new TreeMap<>();
    stores.logs().apply(Topics.PAYMENTS).forEach((partition, log) -> addUp(partition, log, said));
    checkOpen(stores, said.values().stream().reduce(zeroes(), HoldPromises::plus));
    Map<String, List<Long>> announced = new TreeMap<>();
    for (List<Object> log : stores.logs().apply(Topics.LEDGER_ENTRIES).values()) {
      for (Object record : log) {
        if (record instanceof LedgerDayClosed closed
            && closed.getSourceTopic().equals(Topics.PAYMENTS.name())) {
          String place = closed.getPartition() + " " + closed.getDay();
          List<Long> holds = figures(closed.getHolds());
          List<Long> before = announced.putIfAbsent(place, holds);
          Violation.unless(
              before == null || before.equals(holds),
              "holds are announced once: " + place + " " + before + " and " + holds);
        }
      }
    }
    said.keySet().retainAll(announced.keySet());
    announced.forEach((place, _) -> said.putIfAbsent(place, zeroes()));
    Violation.unless(
        said.equals(announced), "holds are those of the log: " + said + " and " + announced);
    return announced;
  }

  /// In one pass: the first record of each event counts, under the day that it says or, if that has
  /// ended, under the one after the last that has.
  private static void addUp(int partition, List<Object> log, Map<String, List<Long>> said) {
    Set<String> seen = new HashSet<>();
    LocalDate ended = LocalDate.EPOCH;
    for (Object record : log) {
      if (record instanceof BusinessDayEnded marker) {
        ended = marker.getDay().isAfter(ended) ? marker.getDay() : ended;
      }
      Move move = move(record);
      if (move != null && seen.add(move.envelope().getEventId())) {
        LocalDate day = move.day().isAfter(ended) ? move.day() : ended.plusDays(1);
        said.merge(partition + " " + day, move.figures(), HoldPromises::plus);
      }
    }
  }

  /// Whatever was authorized is captured, given up, or still held. Increments of a hold are told
  /// with its end.
  private static void checkOpen(Platform.Stores stores, List<Long> all) {
    long held =
        stores.payments().all().stream()
            .map(PaymentRecord::payment)
            .filter(payment -> payment.status() == PaymentStatus.AUTHORIZED)
            .mapToLong(
                payment -> payment.terms().amount().minus(payment.amountCaptured()).minorUnits())
            .sum();
    Violation.unless(
        all.get(1) - all.get(3) - all.get(4) == held,
        "authorized is captured, given up or held: " + all + " and " + held);
  }

  /// @param figures as many as [#FIGURES]
  private record Move(Envelope envelope, LocalDate day, List<Long> figures) {}

  private static @Nullable Move move(Object record) {
    return switch (record) {
      case PaymentAuthorized it ->
          new Move(
              it.getEnvelope(),
              it.getSalesDay(),
              List.of(1L, it.getAmount().getMinorUnits(), 0L, 0L, 0L));
      case PaymentCaptured it ->
          new Move(
              it.getEnvelope(),
              it.getSalesDay(),
              List.of(
                  0L,
                  told(it.getIncremented()),
                  1L,
                  it.getAmount().getMinorUnits(),
                  told(it.getReleased())));
      case PaymentVoided it ->
          new Move(
              it.getEnvelope(),
              it.getSalesDay(),
              List.of(0L, told(it.getIncremented()), 0L, 0L, told(it.getReleased())));
      case PaymentExpired it ->
          new Move(
              it.getEnvelope(),
              it.getSalesDay(),
              List.of(0L, told(it.getIncremented()), 0L, 0L, it.getReleased().getMinorUnits()));
      default -> null;
    };
  }

  /// There is one mode and currency here.
  private static List<Long> figures(@Nullable List<HoldTotal> totals) {
    Violation.unless(totals != null, "every fact was counted from the first on");
    return Objects.requireNonNull(totals).stream()
        .map(total ->
            List.of(
                total.getAuthorizations(),
                total.getAuthorized(),
                total.getCaptures(),
                total.getCaptured(),
                total.getReleased()))
        .reduce(zeroes(), HoldPromises::plus);
  }

  private static List<Long> zeroes() {
    return Collections.nCopies(FIGURES, 0L);
  }

  private static List<Long> plus(List<Long> one, List<Long> other) {
    Long[] sum = new Long[FIGURES];
    Arrays.setAll(sum, i -> one.get(i) + other.get(i));
    return Arrays.asList(sum);
  }

  private static long told(@Nullable Long minorUnits) {
    return Objects.requireNonNull(minorUnits);
  }
}
