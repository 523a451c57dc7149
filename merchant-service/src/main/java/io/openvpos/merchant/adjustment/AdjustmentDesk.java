package io.openvpos.merchant.adjustment;

import io.openvpos.merchant.adjustment.domain.Adjustment;
import io.openvpos.merchant.adjustment.domain.Adjustment.Outcome;
import io.openvpos.merchant.adjustment.domain.Booking;
import io.openvpos.merchant.adjustment.domain.Signature;
import io.openvpos.merchant.adjustment.domain.Wanted;
import io.openvpos.merchant.audit.domain.Action;
import io.openvpos.merchant.audit.domain.Actor;
import io.openvpos.merchant.profile.Merchants;
import io.openvpos.messaging.day.BusinessDays;
import io.openvpos.messaging.day.Stamp;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.function.Function;
import org.springframework.stereotype.Component;

/// Where adjustments are asked for and decided.
@Component
public final class AdjustmentDesk {

  private static final int ID_DIGITS = 32;

  private final Adjustments adjustments;
  private final Merchants merchants;
  private final BusinessDays days;
  private final Clock clock;

  public AdjustmentDesk(
      Adjustments adjustments, Merchants merchants, BusinessDays days, Clock clock) {
    this.adjustments = adjustments;
    this.merchants = merchants;
    this.days = days;
    this.clock = clock;
  }

  /// What became of a request.
  public sealed interface Asked {
    record Made(Adjustment adjustment) implements Asked {}

    /// The same request with the same key was made before; the adjustment as it is now.
    record Repeated(Adjustment adjustment) implements Asked {}

    /// The key belongs to another request.
    record KeyReused() implements Asked {}
  }

  /// Asks once for each person, merchant and key: the id is made of them, and inserted once.
  public Asked ask(Wanted wanted, Actor by, String key) {
    Adjustment pending =
        Adjustment.pending(
            id(wanted.merchantId(), by.who(), key), wanted, signature(by, clock.instant()));
    if (adjustments.insert(pending, new Action("adjustment.asked", by, pending.asked().at()))) {
      return new Asked.Made(pending);
    }
    Adjustment there = adjustments.find(pending.id()).orElseThrow();
    return there.wanted().equals(wanted) ? new Asked.Repeated(there) : new Asked.KeyReused();
  }

  /// Approves under the business day open now. The stamp is held until the store has answered, so
  /// that the day's end waits for it.
  public Outcome approve(String id, Actor by) {
    return decide(
        id,
        found -> {
          try (Stamp stamp = days.stamp()) {
            Booking booking = booking(found, stamp.day());
            return stored(
                found.approve(signature(by, stamp.at()), booking),
                new Action("adjustment.approved", by, stamp.at()));
          }
        });
  }

  public Outcome reject(String id, Actor by) {
    return decide(
        id,
        found -> {
          Instant now = clock.instant();
          return stored(
              found.reject(signature(by, now)), new Action("adjustment.rejected", by, now));
        });
  }

  /// Again after a lost race: there is at most one, and it finds the other decision.
  private Outcome decide(String id, Function<Adjustment, Attempt> attempt) {
    while (true) {
      Attempt made = attempt.apply(adjustments.find(id).orElseThrow());
      if (made.stands()) {
        return made.outcome();
      }
    }
  }

  private record Attempt(Outcome outcome, boolean stands) {}

  private Attempt stored(Outcome outcome, Action action) {
    boolean stands =
        !(outcome instanceof Outcome.Decided decided)
            || adjustments.save(decided.adjustment(), action);
    return new Attempt(outcome, stands);
  }

  private Booking booking(Adjustment adjustment, LocalDate day) {
    String merchantId = adjustment.wanted().merchantId();
    return new Booking(
        day, merchants.find(merchantId).orElseThrow().contracts().inForce(day).version());
  }

  /// To the millisecond, as it is stored and told.
  private static Signature signature(Actor by, Instant at) {
    return new Signature(by.who(), at.truncatedTo(ChronoUnit.MILLIS));
  }

  private static String id(String merchantId, String subject, String key) {
    String all = merchantId + "\n" + subject + "\n" + key;
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(all.getBytes(StandardCharsets.UTF_8));
      return "adj_" + HexFormat.of().formatHex(hash).substring(0, ID_DIGITS);
    } catch (NoSuchAlgorithmException absent) {
      throw new IllegalStateException("every Java platform has SHA-256", absent);
    }
  }
}
