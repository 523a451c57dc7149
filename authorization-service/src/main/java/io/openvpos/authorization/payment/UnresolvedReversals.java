package io.openvpos.authorization.payment;

import io.openvpos.authorization.payment.domain.Decision;
import io.openvpos.authorization.payment.domain.Payment;
import io.openvpos.authorization.payment.domain.PaymentCommand.ResolveAdvice;
import io.openvpos.authorization.payment.domain.PaymentDecider;
import io.openvpos.authorization.payment.domain.Rejection;
import io.openvpos.authorization.payment.domain.TimelineEntry;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The reversals that the issuer has not acknowledged after many tries. They are forwarded on, and
/// wait here for a person who asks the issuer by other means and takes its word.
public final class UnresolvedReversals {

  private final Payments payments;
  private final PaymentWrites writes;
  private final Answers answers;
  private final int after;

  /// @param after how many tries make a reversal a person's business
  UnresolvedReversals(Payments payments, PaymentWrites writes, Answers answers, int after) {
    this.payments = payments;
    this.writes = writes;
    this.answers = answers;
    this.after = after;
  }

  /// The payments whose next advice is unresolved, by id.
  ///
  /// @param startingAfter only payments after this id; null from the first
  public List<Payment> list(@Nullable String startingAfter, int limit) {
    return payments.unacknowledged(after, startingAfter, limit).stream()
        .map(PaymentRecord::payment)
        .toList();
  }

  /// Takes the issuer's word that the reversal is done: what an acknowledgement would end, it ends.
  ///
  /// @param number the advice's
  /// @param by who resolves it
  /// @param note what the issuer said
  /// @return why it is not resolved; empty if it is
  public Optional<Rejection> resolve(String paymentId, int number, String by, String note) {
    // A write of which nobody heard the answer may have been done: then its entry is there.
    List<TimelineEntry> tried = new ArrayList<>();
    return writes.change(
        paymentId,
        null,
        (record, moment) -> {
          if (record.timeline().stream().anyMatch(tried::contains)) {
            return new PaymentWrites.Step.Keep<>(Optional.empty());
          }
          boolean waiting =
              record.payment().nextAdvice().filter(next -> next.tries() >= after).isPresent();
          Decision decision =
              waiting
                  ? PaymentDecider.decide(
                      record.payment(),
                      new ResolveAdvice(moment.at(), moment.day(), number, by, note))
                  : Decision.rejected(Rejection.REVERSAL_NOT_UNRESOLVED);
          return switch (decision) {
            case Decision.Rejected(var reason) ->
                new PaymentWrites.Step.Keep<>(Optional.of(reason));
            case Decision.Accepted accepted -> {
              PaymentRecord resolved = record.moved(accepted, answers);
              resolved.timeline().stream()
                  .filter(entry -> entry.type().equals("operator.advice_resolved"))
                  .filter(entry -> !record.timeline().contains(entry))
                  .forEach(tried::add);
              yield new PaymentWrites.Step.Store<>(resolved, accepted.events(), Optional.empty());
            }
          };
        });
  }
}
