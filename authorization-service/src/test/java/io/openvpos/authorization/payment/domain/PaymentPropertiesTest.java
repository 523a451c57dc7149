package io.openvpos.authorization.payment.domain;

import static io.openvpos.authorization.payment.domain.PaymentScenario.MONDAY;
import static io.openvpos.authorization.payment.domain.PaymentScenario.NOON;
import static io.openvpos.authorization.payment.domain.PaymentScenario.attempt;
import static io.openvpos.authorization.payment.domain.PaymentScenario.lira;
import static org.assertj.core.api.Assertions.assertThat;

import io.openvpos.authorization.payment.domain.PaymentCommand.CapturePayment;
import io.openvpos.authorization.payment.domain.PaymentCommand.ExpirePayment;
import io.openvpos.authorization.payment.domain.PaymentCommand.GiveUpAuthorization;
import io.openvpos.authorization.payment.domain.PaymentCommand.GiveUpIncrement;
import io.openvpos.authorization.payment.domain.PaymentCommand.GiveUpRefund;
import io.openvpos.authorization.payment.domain.PaymentCommand.RecordAdvice;
import io.openvpos.authorization.payment.domain.PaymentCommand.RecordApproval;
import io.openvpos.authorization.payment.domain.PaymentCommand.RecordDecline;
import io.openvpos.authorization.payment.domain.PaymentCommand.RecordIncrementApproval;
import io.openvpos.authorization.payment.domain.PaymentCommand.RecordIncrementDecline;
import io.openvpos.authorization.payment.domain.PaymentCommand.RecordLateAnswer;
import io.openvpos.authorization.payment.domain.PaymentCommand.RecordRefundApproval;
import io.openvpos.authorization.payment.domain.PaymentCommand.RecordRefundDecline;
import io.openvpos.authorization.payment.domain.PaymentCommand.RequestIncrement;
import io.openvpos.authorization.payment.domain.PaymentCommand.RequestRefund;
import io.openvpos.authorization.payment.domain.PaymentCommand.SendAuthorization;
import io.openvpos.authorization.payment.domain.PaymentCommand.VoidPayment;
import io.openvpos.authorization.payment.domain.PaymentTerms.CaptureMethod;
import io.openvpos.money.Money;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// Goal: whatever is asked of a payment in whatever order, its amounts stay true and the issuer
/// holds what we say. Method: random commands by seed, an issuer's book beside the payment, and
/// every invariant after every step. Replay one run with `-Dseed=...`.
final class PaymentPropertiesTest {

  private static final int RUNS = 3_000;
  private static final int STEPS = 40;

  @Test
  void amountsStayTrueUnderRandomCommands() {
    Long only = Long.getLong("seed");
    long first = only == null ? 20_261_123L : only;
    for (long seed = first; seed < first + (only == null ? RUNS : 1); seed++) {
      new Run(seed).play();
    }
  }

  /// One payment's life and the issuer's own book: amount held per retrieval reference number.
  private static final class Run {

    private final long seed;
    private final Random random;
    private final Map<String, Long> book = new HashMap<>();
    private final List<PaymentEvent> events = new ArrayList<>();
    private Payment payment;
    private int increments;
    private int refunds;

    Run(long seed) {
      this.seed = seed;
      random = new Random(seed);
      payment =
          Payment.received(
              PaymentScenario.terms(
                  1 + random.nextInt(1_000),
                  random.nextBoolean() ? CaptureMethod.MANUAL : CaptureMethod.AUTOMATIC));
    }

    void play() {
      give(new SendAuthorization(NOON, attempt("RRN-0")));
      for (int step = 0; step < STEPS; step++) {
        give(command());
        check();
      }
      settle();
    }

    private PaymentCommand command() {
      return switch (random.nextInt(16)) {
        case 0, 1 -> approval();
        case 2 -> new RecordDecline(NOON, MONDAY, Decline.byIssuer("51"));
        case 3 -> new GiveUpAuthorization(NOON);
        case 4, 5 ->
            new CapturePayment(
                NOON,
                MONDAY.plusDays(random.nextInt(2)),
                amount(),
                random.nextInt(4) == 0,
                PaymentScenario.VERSIONS);
        case 6 -> new VoidPayment(NOON, MONDAY.plusDays(random.nextInt(2)));
        case 7 -> new ExpirePayment(at(), MONDAY);
        case 8 -> advice();
        case 9 -> unmatchedApproval();
        case 10, 11, 12 -> incrementCommand();
        default -> refundCommand();
      };
    }

    private PaymentCommand incrementCommand() {
      String some = "inc_" + random.nextInt(increments + 1);
      if (payment.increment(some).isEmpty()) {
        increments++;
        String id = "inc_" + increments;
        Money amount = lira(1 + random.nextInt(300));
        return new RequestIncrement(at(), id, amount, attempt("RRN-" + id));
      }
      Increment increment = payment.increment(some).orElseThrow();
      String rrn = increment.attempt().rrn();
      return switch (random.nextInt(4)) {
        case 0, 1 -> {
          if (increment.status() == Increment.Status.DECLINED) {
            yield advice();
          }
          book.putIfAbsent(rrn, increment.amount().minorUnits());
          yield new RecordIncrementApproval(NOON, some, new Approval("B", "00"));
        }
        case 2 ->
            book.containsKey(rrn)
                ? new RecordLateAnswer(soon(), rrn, true, "00")
                : new RecordIncrementDecline(NOON, some, Decline.byIssuer("51"));
        default -> new GiveUpIncrement(NOON, some);
      };
    }

    private RecordApproval approval() {
      book.putIfAbsent("RRN-0", payment.terms().amount().minorUnits());
      return new RecordApproval(
          NOON,
          MONDAY,
          new Approval("A", "00"),
          NOON.plus(Duration.ofDays(7)),
          PaymentScenario.VERSIONS);
    }

    /// Of the authorization, before or after its deadline. Not after a decline: no issuer says
    /// both.
    private PaymentCommand unmatchedApproval() {
      if (payment.state() instanceof PaymentState.Declined) {
        return advice();
      }
      book.putIfAbsent("RRN-0", payment.terms().amount().minorUnits());
      return new RecordLateAnswer(soon(), "RRN-0", true, "00");
    }

    private Instant soon() {
      return NOON.plusSeconds(random.nextInt(10));
    }

    private PaymentCommand refundCommand() {
      String some = "ref_" + random.nextInt(refunds + 1);
      if (payment.refund(some).isEmpty()) {
        refunds++;
        String id = "ref_" + refunds;
        return new RequestRefund(NOON, id, amount(), null, attempt("RRN-" + id));
      }
      Refund refund = payment.refund(some).orElseThrow();
      String rrn = refund.attempt().rrn();
      return switch (random.nextInt(4)) {
        case 0, 1 -> {
          book.putIfAbsent(rrn, refund.amount().minorUnits());
          yield new RecordRefundApproval(NOON, MONDAY, some, "00");
        }
        case 2 ->
            book.containsKey(rrn)
                ? new RecordLateAnswer(soon(), rrn, true, "00")
                : new RecordRefundDecline(NOON, some, Decline.byIssuer("51"));
        default -> new GiveUpRefund(NOON, some);
      };
    }

    private PaymentCommand advice() {
      return payment
          .nextAdvice()
          .<PaymentCommand>map(next -> recorded(next, random.nextBoolean()))
          .orElseGet(() -> new ExpirePayment(at(), MONDAY));
    }

    private RecordAdvice recorded(Advice next, boolean acknowledged) {
      if (acknowledged) {
        book.computeIfPresent(
            next.original().rrn(), (rrn, held) -> Math.min(held, next.remaining().minorUnits()));
      }
      return new RecordAdvice(
          NOON, MONDAY, next.number(), next.round(), next.tries() > 0, acknowledged);
    }

    private Instant at() {
      return NOON.plus(Duration.ofDays(random.nextInt(20)));
    }

    private @Nullable Money amount() {
      return random.nextInt(5) == 0 ? null : lira(1 + random.nextInt(400));
    }

    private void give(PaymentCommand command) {
      if (PaymentDecider.decide(payment, command) instanceof Decision.Accepted accepted) {
        payment = PaymentDecider.evolve(payment, accepted);
        events.addAll(accepted.events());
      }
    }

    private void check() {
      Money authorized = payment.amountAuthorized();
      Money captured = payment.amountCaptured();
      Money refunded = payment.amountRefunded();
      assertThat(refunded).as("seed %d", seed).isLessThanOrEqualTo(captured);
      assertThat(captured).as("seed %d", seed).isLessThanOrEqualTo(authorized);
      assertThat(payment.amountCapturable().plus(captured))
          .as("seed %d", seed)
          .isLessThanOrEqualTo(authorized);
      for (Capture capture : payment.captures()) {
        assertThat(chain(capture)).as("seed %d", seed).isEqualTo(capture.refunded());
      }
    }

    /// The pieces taken of a capture follow one another without gap or overlap.
    private Money chain(Capture capture) {
      Money reached = lira(0);
      for (PaymentEvent event : events) {
        if (event instanceof PaymentEvent.PaymentRefunded refunded) {
          for (CapturePortion portion : refunded.portions()) {
            if (portion.captureSeq() == capture.seq()) {
              assertThat(portion.refundedBefore()).as("seed %d", seed).isEqualTo(reached);
              reached = portion.refundedAfter();
            }
          }
        }
      }
      return reached;
    }

    /// With every attempt and advice closed, the issuer holds per number what the payment says.
    private void settle() {
      give(new GiveUpAuthorization(NOON));
      payment.increments().forEach(one -> give(new GiveUpIncrement(NOON, one.id())));
      payment.refunds().forEach(refund -> give(new GiveUpRefund(NOON, refund.id())));
      while (payment.nextAdvice().isPresent()) {
        give(recorded(payment.nextAdvice().orElseThrow(), true));
      }
      check();
      long held = payment.amountCaptured().plus(payment.amountCapturable()).minorUnits();
      if (payment.state() instanceof PaymentState.Approved
          || payment.state() instanceof PaymentState.Reversed) {
        long increments = payment.increments().stream().mapToLong(one -> held(one.attempt())).sum();
        assertThat(book.getOrDefault("RRN-0", 0L) + increments).as("seed %d", seed).isEqualTo(held);
      }
      for (Refund refund : payment.refunds()) {
        long expected =
            refund.status() == Refund.Status.SUCCEEDED ? refund.amount().minorUnits() : 0;
        long reversed = book.getOrDefault(refund.attempt().rrn(), 0L);
        boolean declinedFirst = refund.failureCode() != null && !reversedByUs(refund);
        assertThat(declinedFirst ? expected : reversed).as("seed %d", seed).isEqualTo(expected);
      }
    }

    private long held(Attempt attempt) {
      return book.getOrDefault(attempt.rrn(), 0L);
    }

    private boolean reversedByUs(Refund refund) {
      return payment.advices().stream()
          .anyMatch(advice -> advice.original().equals(refund.attempt()));
    }
  }
}
