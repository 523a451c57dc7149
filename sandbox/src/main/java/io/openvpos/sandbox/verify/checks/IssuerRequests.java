package io.openvpos.sandbox.verify.checks;

import io.openvpos.sandbox.network.NetworkRecord;
import io.openvpos.sandbox.verify.books.AuthorizationReading;
import io.openvpos.sandbox.verify.books.BookedPayment;
import io.openvpos.sandbox.verify.books.BookedPayment.Increment;
import io.openvpos.sandbox.verify.books.BookedPayment.Operation;
import io.openvpos.sandbox.verify.books.BookedPayment.Refund;
import io.openvpos.sandbox.verify.books.Stored;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// 3. A key is a payment or an operation within one; each has at most one RRN, and under one RRN
///    the issuer is asked at most once. The answer is one field, so all that were given are the
///    same; here its keys are checked, that no two operations share one.
final class IssuerRequests extends Check {

  private final IssuerLog log;
  private long payments;
  private long operations;
  private long verifications;

  IssuerRequests(IssuerLog log) {
    super(3, "one issuer request per idempotency key, one stored answer");
    this.log = log;
  }

  @Override
  void network(NetworkRecord message) {
    log.add(message);
  }

  @Override
  void payment(BookedPayment payment) {
    payments++;
    claim(payment.id(), payment.rrn());
    String refused = payment.refusedRrn();
    if (refused != null && !refused.equals(payment.rrn())) {
      claim(payment.id(), refused);
    }
    payment.increments().forEach(increment -> claim(increment.id(), increment.rrn()));
    payment.refunds().forEach(refund -> claim(refund.id(), refund.rrn()));
    keys(payment);
  }

  @Override
  void stored(Stored stored) {
    if (stored.place().equals(AuthorizationReading.VERIFICATIONS)) {
      verifications++;
      claim(stored.name(), stored.document().getString("rrn"));
    }
  }

  private void claim(String owner, @Nullable String rrn) {
    if (rrn == null) {
      return;
    }
    expect(log.claim(rrn), "RRN " + rrn + " of " + owner + " is another one's too");
    IssuerLog.Position position = log.of(rrn);
    if (position != null) {
      expect(
          position.requests() <= 1 && position.approvals() <= 1,
          "the issuer was asked %d times for %s, RRN %s"
              .formatted(position.requests(), owner, rrn));
    }
  }

  private void keys(BookedPayment payment) {
    Set<String> keys = new HashSet<>();
    Set<String> begun = new HashSet<>();
    for (Operation operation : payment.operations()) {
      operations++;
      expect(
          keys.add(operation.key()),
          payment.id() + " has two operations with the key " + operation.key());
      String id = operation.begunId();
      if (id != null) {
        expect(begun.add(id), "two keys of " + payment.id() + " made " + id);
      }
    }
    Stream.concat(
            payment.increments().stream().map(Increment::id),
            payment.refunds().stream().map(Refund::id))
        .forEach(id -> expect(begun.remove(id), "no key of " + payment.id() + " made " + id));
    expect(begun.isEmpty(), payment.id() + " has keys of what is not there: " + begun);
  }

  @Override
  String judge() {
    return "%d payments, %d operations, %d verifications, %d RRNs at the issuer"
        .formatted(payments, operations, verifications, log.size());
  }
}
