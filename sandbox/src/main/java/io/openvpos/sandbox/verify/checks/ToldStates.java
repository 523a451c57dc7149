package io.openvpos.sandbox.verify.checks;

import io.openvpos.sandbox.verify.books.BookedPayment;
import io.openvpos.sandbox.verify.books.BookedPayment.Answer;
import io.openvpos.sandbox.verify.books.BookedPayment.Operation;
import io.openvpos.sandbox.verify.books.BookedPayment.Refund;
import io.openvpos.sandbox.verify.books.PaymentStatuses;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// What merchants were answered, against what the payment is now: the same state or a later one.
final class ToldStates {

  private static final JsonMapper JSON = new JsonMapper();

  private final Check faults;
  private long answers;

  ToldStates(Check faults) {
    this.faults = faults;
  }

  long answers() {
    return answers;
  }

  void check(BookedPayment payment) {
    check(payment, payment.answer());
    for (Operation operation : payment.operations()) {
      check(payment, operation.answer());
    }
  }

  private void check(BookedPayment payment, @Nullable Answer answer) {
    if (answer == null || answer.status() >= 300) {
      return;
    }
    answers++;
    try {
      JsonNode told = JSON.readTree(answer.body());
      switch (told.path("object").asString("")) {
        case "refund" -> refund(payment, told);
        case "increment" -> increment(payment, told);
        default -> payment(payment, told);
      }
    } catch (JacksonException e) {
      faults.fault("an answer of " + payment.id() + " is no JSON");
    }
  }

  private void payment(BookedPayment payment, JsonNode told) {
    String status = told.path("status").asString("");
    faults.expect(
        PaymentStatuses.mayBecome(status, payment.status()),
        payment.id() + " was told to be " + status + " and is " + payment.status());
    boolean same =
        told.path("id").asString("").equals(payment.id())
            && told.path("currency").asString("").equals(payment.currency())
            && told.path("amount").asLong(-1) == payment.amount();
    faults.expect(same, "an answer of " + payment.id() + " tells another payment or amount");
    long captured = told.path("amount_captured").asLong(0);
    faults.expect(
        payment.status().equals("voided") || captured <= payment.amounts().captured(),
        payment.id() + " was told to have captured " + captured);
  }

  private void increment(BookedPayment payment, JsonNode told) {
    String id = told.path("id").asString("");
    String status = told.path("status").asString("");
    boolean kept =
        payment.increments().stream()
            .filter(one -> one.id().equals(id))
            .filter(one -> one.amount() == told.path("amount").asLong(-1))
            .anyMatch(one ->
                switch (status) {
                  case "pending" -> !one.approved();
                  default -> one.status().toLowerCase(Locale.ROOT).equals(status);
                });
    faults.expect(kept, "increment " + id + " was told to be " + status + " and is not");
  }

  private void refund(BookedPayment payment, JsonNode told) {
    String id = told.path("id").asString("");
    String status = told.path("status").asString("");
    Optional<Refund> refund =
        payment.refunds().stream().filter(one -> one.id().equals(id)).findFirst();
    boolean kept =
        refund
            .filter(one -> one.amount() == told.path("amount").asLong(-1))
            .filter(one ->
                switch (status) {
                  case "succeeded" -> one.succeeded();
                  case "failed" -> one.status().equals("FAILED");
                  default -> true;
                })
            .isPresent();
    faults.expect(kept, "refund " + id + " was told to be " + status + " and is not");
  }
}
