package io.openvpos.authorization.payment;

import io.openvpos.authorization.payment.domain.Decision.Accepted;
import io.openvpos.authorization.payment.domain.Payment;
import io.openvpos.authorization.payment.domain.PaymentDecider;
import io.openvpos.authorization.payment.domain.PaymentState.AuthorizationSent;
import io.openvpos.authorization.payment.domain.PaymentState.Received;
import io.openvpos.authorization.payment.domain.Refund;
import io.openvpos.authorization.payment.domain.Timeline;
import io.openvpos.authorization.payment.domain.TimelineEntry;
import io.openvpos.messaging.outbox.OutboxEntry;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A payment as it is stored: one document, which is also the record of its idempotency keys, their
/// frozen answers, its history and the facts not yet sent.
///
/// @param version raised by every compare-and-set
/// @param writer new with each request that inserts, so that it recognises its own insert
/// @param requestHash of the request that created the payment
/// @param answer of that request; null while it runs, and again when its time is over
/// @param unsent the outbox as it was read
public record PaymentRecord(
    Payment payment,
    long version,
    String writer,
    String requestHash,
    @Nullable FrozenAnswer answer,
    List<Operation> operations,
    List<TimelineEntry> timeline,
    List<OutboxEntry> unsent) {

  /// Answers are kept this long; the keys stay for ever.
  static final Duration ANSWERS_KEPT = Duration.ofDays(7);

  /// Keeps the document far below the store's 16 MiB.
  static final int MAX_OPERATIONS = 500;

  /// So that refused attempts cannot use up the room of real ones.
  static final int MAX_REJECTIONS = 300;

  public PaymentRecord {
    operations = List.copyOf(operations);
    timeline = List.copyOf(timeline);
    unsent = List.copyOf(unsent);
  }

  static PaymentRecord first(Payment received, String writer, String requestHash) {
    return new PaymentRecord(
        received, 0, writer, requestHash, null, List.of(), List.of(), List.of());
  }

  /// Before anything happened: claims an exemption from authentication.
  PaymentRecord exempt(String exemption) {
    return new PaymentRecord(
        payment.exempt(exemption),
        version,
        writer,
        requestHash,
        answer,
        operations,
        timeline,
        unsent);
  }

  public String id() {
    return payment.id();
  }

  Optional<Operation> operation(String key) {
    return operations.stream().filter(used -> used.key().equals(key)).findFirst();
  }

  boolean roomForEffect() {
    return operations.size() < MAX_OPERATIONS;
  }

  boolean roomForRejection() {
    return roomForEffect()
        && operations.stream().filter(Operation::rejection).count() < MAX_REJECTIONS;
  }

  PaymentRecord using(Operation operation) {
    List<Operation> longer = new ArrayList<>(operations);
    longer.add(operation);
    return with(answer, longer);
  }

  /// After what was accepted. Every answer that can be given now is frozen with it, whoever asks.
  PaymentRecord moved(Accepted decision, Answers answers) {
    Payment after = PaymentDecider.evolve(payment, decision);
    return new PaymentRecord(
            after,
            version,
            writer,
            requestHash,
            answer,
            operations,
            Timeline.after(timeline, after, decision.events()),
            unsent)
        .freezing(answers);
  }

  private PaymentRecord freezing(Answers answers) {
    boolean open =
        payment.state() instanceof AuthorizationSent || payment.state() instanceof Received;
    FrozenAnswer first = answer == null && !open ? answers.created(payment) : answer;
    return with(first, operations.stream().map(operation -> freezing(operation, answers)).toList());
  }

  private Operation freezing(Operation operation, Answers answers) {
    String begun = operation.begunId();
    if (operation.answer() != null || begun == null) {
      return operation;
    }
    Optional<FrozenAnswer> refunded =
        payment
            .refund(begun)
            .filter(refund -> refund.status() != Refund.Status.SENT)
            .map(refund -> answers.refunded(payment, refund));
    return refunded
        .or(() ->
            payment
                .increment(begun)
                .filter(increment -> !increment.sent())
                .map(increment -> answers.incremented(payment, increment)))
        .map(operation::answered)
        .orElse(operation);
  }

  /// Without the answers whose time is over.
  PaymentRecord forgetting(Instant now) {
    boolean over = overdue(payment.terms().createdAt(), now);
    return with(
        over ? null : answer,
        operations.stream()
            .map(operation -> overdue(operation.at(), now) ? operation.forgotten() : operation)
            .toList());
  }

  static boolean overdue(Instant answeredAt, Instant now) {
    return answeredAt.plus(ANSWERS_KEPT).isBefore(now);
  }

  private PaymentRecord with(@Nullable FrozenAnswer first, List<Operation> used) {
    return new PaymentRecord(payment, version, writer, requestHash, first, used, timeline, unsent);
  }
}
