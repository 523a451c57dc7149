package io.openvpos.sandbox.verify.checks;

import io.openvpos.sandbox.verify.books.BookedHead;
import io.openvpos.sandbox.verify.books.BookedPayment;
import io.openvpos.sandbox.verify.books.BookedPayment.Advice;
import io.openvpos.sandbox.verify.books.Stored;
import io.openvpos.sandbox.verify.books.Told;
import java.util.List;

/// 10. The wait before reading was the bounded time; what is still open after it is a fault.
final class NothingOpen extends Check {

  private final List<String> restless;
  private final Deliveries deliveries = new Deliveries(this);
  private long documents;
  private long payments;

  NothingOpen(List<String> restless) {
    super(10, "outboxes drained, unknown outcomes and refunds resolved");
    this.restless = restless;
  }

  @Override
  void stored(Stored stored) {
    documents++;
    deliveries.stored(stored);
    Object outbox = stored.document().get("outbox");
    if (outbox instanceof List<?> events && !events.isEmpty()) {
      fault(stored.name() + " has " + events.size() + " events unsent");
    }
  }

  @Override
  void head(BookedHead head) {
    expect(head.pending() == 0, "head " + head.id() + " has " + head.pending() + " pending");
  }

  @Override
  void payment(BookedPayment payment) {
    payments++;
    expect(!payment.open(), payment.id() + " is " + payment.state());
    payment
        .refunds()
        .forEach(refund -> expect(!refund.open(), "refund " + refund.id() + " is pending"));
    payment
        .increments()
        .forEach(one -> expect(!one.open(), "increment " + one.id() + " is pending"));
    payment.advices().stream()
        .filter(Advice::due)
        .forEach(advice ->
            fault("advice " + advice.number() + " of " + payment.id() + " is not acknowledged"));
  }

  @Override
  void told(Told told) {
    deliveries.told(told);
  }

  @Override
  String judge() {
    restless.forEach(what -> fault("not at rest: " + what));
    return "%d documents, %d payments, %d webhook deliveries for %d facts asked for"
        .formatted(documents, payments, deliveries.found(), deliveries.facts());
  }
}
