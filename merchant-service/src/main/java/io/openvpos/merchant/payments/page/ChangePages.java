package io.openvpos.merchant.payments.page;

import io.openvpos.merchant.payments.EdgeClient.Answer;
import io.openvpos.merchant.payments.Payment;
import io.openvpos.merchant.payments.PaymentDesk;
import io.openvpos.messaging.access.Role;
import io.openvpos.messaging.http.ProblemException;
import io.openvpos.page.PageCaller;
import io.openvpos.page.PageController;
import io.openvpos.page.PageErrors;
import io.openvpos.page.PageForm;
import io.openvpos.page.PageModel;
import io.openvpos.page.TypedAmount;
import io.swagger.v3.oas.annotations.Hidden;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.reactive.result.view.Rendering;

/// Capture, void and refund by hand, each with a page that asks once more. The idempotency key is
/// made with that page: sending it twice, by a double click or after no answer, does it once.
@Hidden
@PageController
final class ChangePages {

  private static final int MOST_REASON = 200;

  private final PaymentDesk desk;

  ChangePages(PaymentDesk desk) {
    this.desk = desk;
  }

  /// What may be done, by the last part of the page's path.
  private enum Change {
    CAPTURE("capture"),
    VOID("void"),
    REFUND("refunds");

    private final String call;

    Change(String call) {
      this.call = call;
    }

    String code() {
      return name().toLowerCase(Locale.ROOT);
    }

    static Change of(String code) {
      for (Change change : values()) {
        if (change.code().equals(code)) {
          return change;
        }
      }
      throw ProblemException.of(404, "not_found");
    }

    long most(Payment payment) {
      return switch (this) {
        case CAPTURE -> payment.capturable();
        case VOID -> Math.max(payment.authorized(), payment.captured());
        case REFUND -> payment.refundable();
      };
    }
  }

  @GetMapping(PaymentPages.LIST + "/{id}/{code:capture|void|refund}")
  Rendering ask(PageCaller caller, @PathVariable String id, @PathVariable String code) {
    caller.merchant(Role.MERCHANT_ADMIN);
    Change change = Change.of(code);
    Payment payment = desk.one(PaymentPages.asking(caller), id);
    Map<String, String> form =
        Map.of("amount", caller.format().typed(change.most(payment), payment.currency()));
    return page(caller, change, payment, FormKeys.draw()).with("form", form).rendering();
  }

  @PostMapping(PaymentPages.LIST + "/{id}/{code:capture|void|refund}")
  Rendering change(
      PageCaller caller, PageForm form, @PathVariable String id, @PathVariable String code) {
    caller.merchant(Role.MERCHANT_ADMIN);
    Change change = Change.of(code);
    Payment payment = desk.one(PaymentPages.asking(caller), id);
    String key = FormKeys.required(form);
    PageErrors errors = caller.errors();
    Map<String, Object> body = body(caller, change, payment, form, errors);
    if (!errors.isEmpty()) {
      return page(caller, change, payment, key).rejected(form, errors).rendering();
    }
    return sent(caller, change, payment, form, key, body);
  }

  private Rendering sent(
      PageCaller caller,
      Change change,
      Payment payment,
      PageForm form,
      String key,
      Map<String, Object> body) {
    Optional<Answer> answer = answer(caller, change, payment, key, body);
    if (answer.isPresent() && answer.get().succeeded()) {
      return caller.redirect(
          PaymentPages.LIST + "/" + payment.id(), "payments.done." + change.code());
    }
    boolean unknown =
        answer.isEmpty()
            || answer.get().status() >= 500
            || answer.get().body().path("code").asString("").equals("idempotency_in_progress");
    String refusal =
        unknown ? caller.text("payments.unknown") : answer.get().body().path("detail").asString("");
    return page(caller, change, payment, unknown ? key : FormKeys.draw())
        .rejected(form, caller.errors())
        .status(unknown ? 503 : answer.get().status())
        .with("refusal", refusal)
        .rendering();
  }

  /// Empty: nobody knows whether it was done.
  private Optional<Answer> answer(
      PageCaller caller, Change change, Payment payment, String key, Map<String, Object> body) {
    try {
      return Optional.of(
          desk.change(PaymentPages.asking(caller), payment.id(), change.call, key, body));
    } catch (ProblemException unanswered) {
      return Optional.empty();
    }
  }

  private static Map<String, Object> body(
      PageCaller caller, Change change, Payment payment, PageForm form, PageErrors errors) {
    Map<String, Object> body = new LinkedHashMap<>();
    if (change == Change.VOID) {
      return body;
    }
    OptionalLong amount =
        TypedAmount.minorUnits(form.text("amount"), payment.currency(), caller.language());
    errors.check(!form.text("amount").isEmpty(), "amount", "required");
    errors.check(amount.isPresent(), "amount", "invalid_format");
    errors.check(amount.isEmpty() || amount.getAsLong() > 0, "amount", "out_of_range");
    body.put("amount", amount.orElse(0));
    if (change == Change.CAPTURE) {
      body.put("final", form.text("final").equals("true"));
    }
    String reason = form.text("reason");
    errors.check(reason.length() <= MOST_REASON, "reason", "too_long");
    if (change == Change.REFUND && !reason.isEmpty()) {
      body.put("reason", reason);
    }
    return body;
  }

  private static PageModel page(PageCaller caller, Change change, Payment payment, String key) {
    return caller
        .page("payments/change")
        .with("payment", payment)
        .with("change", change.code())
        .with("most", change.most(payment))
        .with("key", key)
        .with("refusal", "");
  }
}
