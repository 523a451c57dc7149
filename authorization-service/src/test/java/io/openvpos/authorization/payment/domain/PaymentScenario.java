package io.openvpos.authorization.payment.domain;

import static org.assertj.core.api.Assertions.assertThat;

import io.openvpos.authorization.payment.domain.PaymentCommand.CapturePayment;
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
import io.openvpos.money.Mode;
import io.openvpos.money.Money;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A payment and the commands given to it, with a day and a time that the test moves.
public final class PaymentScenario {

  public static final LocalDate MONDAY = LocalDate.of(2026, 11, 23);
  public static final Instant NOON = Instant.parse("2026-11-23T09:00:00Z");
  static final List<ContractVersion> VERSIONS =
      List.of(
          new ContractVersion(1, MONDAY.minusDays(30)), new ContractVersion(2, MONDAY.plusDays(1)));

  private final List<PaymentEvent> events = new ArrayList<>();
  private Payment payment;
  private LocalDate day = MONDAY;
  private int increments;
  private int refunds;

  private PaymentScenario(long amount, CaptureMethod method) {
    payment = Payment.received(terms(amount, method));
  }

  public static PaymentScenario automatic(long amount) {
    return new PaymentScenario(amount, CaptureMethod.AUTOMATIC);
  }

  public static PaymentScenario manual(long amount) {
    return new PaymentScenario(amount, CaptureMethod.MANUAL);
  }

  public static PaymentTerms terms(long amount, CaptureMethod method) {
    return new PaymentTerms(
        "pay_1",
        "m_1",
        Mode.TEST,
        lira(amount),
        "A-1001",
        method,
        1,
        new Card("tok_1", "visa", "41556501", "6111", "credit", "TR", "domestic_credit", "fp"),
        new Risk("approve", 12, List.of("first_seen"), false),
        "TERM0001",
        "5411",
        "books",
        Map.of("a.b", "$c"),
        NOON,
        null);
  }

  public static Money lira(long minorUnits) {
    return Money.of(minorUnits, "TRY");
  }

  static Attempt attempt(String rrn) {
    return new Attempt(rrn, "000001", NOON, NOON.plusSeconds(5));
  }

  public Payment payment() {
    return payment;
  }

  public List<PaymentEvent> events() {
    return List.copyOf(events);
  }

  PaymentScenario onDay(LocalDate next) {
    day = next;
    return this;
  }

  public PaymentScenario sent() {
    return accepted(new SendAuthorization(NOON, attempt("RRN000000001")));
  }

  public PaymentScenario approved() {
    return accepted(approval());
  }

  RecordApproval approval() {
    return new RecordApproval(
        NOON, day, new Approval("A1B2C3", "00"), NOON.plus(Duration.ofDays(7)), VERSIONS);
  }

  public PaymentScenario declined(String responseCode) {
    return accepted(new RecordDecline(NOON, day, Decline.byIssuer(responseCode)));
  }

  public PaymentScenario unanswered() {
    return accepted(new GiveUpAuthorization(NOON.plusSeconds(5)));
  }

  PaymentScenario late(String rrn, boolean approved) {
    return accepted(
        new RecordLateAnswer(NOON.plusSeconds(6), rrn, approved, approved ? "00" : "51"));
  }

  public PaymentScenario captured(long amount, boolean finalCapture) {
    return accepted(capture(amount, finalCapture));
  }

  CapturePayment capture(@Nullable Long amount, boolean finalCapture) {
    return new CapturePayment(
        NOON, day, amount == null ? null : lira(amount), finalCapture, VERSIONS);
  }

  public PaymentScenario incrementAsked(long amount) {
    increments++;
    return accepted(increment("inc_" + increments, amount));
  }

  RequestIncrement increment(String id, long amount) {
    return new RequestIncrement(NOON, id, lira(amount), attempt("RRN-" + id));
  }

  public PaymentScenario incremented(int number) {
    return accepted(
        new RecordIncrementApproval(NOON, "inc_" + number, new Approval("D4E5F6", "00")));
  }

  PaymentScenario incrementDeclined(int number) {
    return accepted(new RecordIncrementDecline(NOON, "inc_" + number, Decline.byIssuer("51")));
  }

  public PaymentScenario incrementUnanswered(int number) {
    return accepted(new GiveUpIncrement(NOON.plusSeconds(5), "inc_" + number));
  }

  public PaymentScenario voided() {
    return accepted(new VoidPayment(NOON, day));
  }

  public PaymentScenario refundAsked(long amount) {
    refunds++;
    return accepted(refund("ref_" + refunds, amount));
  }

  RequestRefund refund(String id, @Nullable Long amount) {
    return new RequestRefund(
        NOON, id, amount == null ? null : lira(amount), "size", attempt("RRN-" + id));
  }

  public PaymentScenario refunded(int number) {
    return accepted(new RecordRefundApproval(NOON, day, "ref_" + number, "00"));
  }

  PaymentScenario refundDeclined(int number) {
    return accepted(new RecordRefundDecline(NOON, "ref_" + number, Decline.byIssuer("51")));
  }

  public PaymentScenario refundUnanswered(int number) {
    return accepted(new GiveUpRefund(NOON.plusSeconds(5), "ref_" + number));
  }

  public PaymentScenario acknowledged() {
    Advice next = payment.nextAdvice().orElseThrow();
    return accepted(
        new RecordAdvice(NOON, day, next.number(), next.round(), next.tries() > 0, true));
  }

  PaymentScenario accepted(PaymentCommand command) {
    Decision decision = decide(command);
    assertThat(decision).isInstanceOf(Decision.Accepted.class);
    Decision.Accepted accepted = (Decision.Accepted) decision;
    payment = PaymentDecider.evolve(payment, accepted);
    events.addAll(accepted.events());
    return this;
  }

  Decision decide(PaymentCommand command) {
    return PaymentDecider.decide(payment, command);
  }
}
