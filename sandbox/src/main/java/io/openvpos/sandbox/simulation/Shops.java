package io.openvpos.sandbox.simulation;

import io.openvpos.authorization.payment.AuthorizationOrder;
import io.openvpos.authorization.payment.AuthorizationOrder.Source;
import io.openvpos.authorization.payment.FrozenAnswer;
import io.openvpos.authorization.payment.Keys;
import io.openvpos.authorization.payment.OperationOrder;
import io.openvpos.authorization.payment.Reply;
import io.openvpos.authorization.payment.domain.PaymentTerms.CaptureMethod;
import io.openvpos.money.Mode;
import io.openvpos.money.Money;
import io.openvpos.sandbox.simulation.check.Told;
import io.openvpos.sandbox.simulation.machine.Scheduler;
import io.openvpos.sandbox.simulation.machine.Violation;
import io.openvpos.sandbox.simulation.world.Platform;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// The shops: each request is sent, to any instance, until it is answered for good; some are sent
/// twice at once. All that is ever answered to a key is the same.
final class Shops {

  private static final long AGAIN_MILLIS = 1_000;

  private final Platform platform;
  private final Scheduler scheduler;
  private final Map<String, Told> told = new LinkedHashMap<>();
  private final List<BooleanSupplier> running = new ArrayList<>();
  private int operations;

  Shops(Platform platform) {
    this.platform = platform;
    scheduler = platform.scheduler();
  }

  void open(Plan plan) {
    plan.sales().forEach(sale -> run("sale " + sale.number(), () -> sell(sale)));
  }

  boolean done() {
    return running.stream().allMatch(BooleanSupplier::getAsBoolean);
  }

  List<Told> told() {
    return List.copyOf(told.values());
  }

  /// How many requests were sent.
  int operations() {
    return operations;
  }

  private void run(String name, Runnable work) {
    running.add(scheduler.start(null, name, work));
  }

  private void sell(Plan.Sale sale) {
    scheduler.sleep(sale.afterMillis());
    AuthorizationOrder order = order(sale);
    Supplier<@Nullable Reply> request = () -> platform.edge().create(order);
    if (sale.repeated()) {
      run("sale " + sale.number() + " again", () -> insist(order.paymentId(), null, request));
    }
    insist(order.paymentId(), null, request);
    for (Plan.Step step : sale.steps()) {
      run("step " + step.number(), () -> operate(order.paymentId(), step));
    }
  }

  private void operate(String paymentId, Plan.Step step) {
    scheduler.sleep(step.afterMillis());
    String key = Keys.operation("POST", "/v1/payments/" + paymentId, "key-" + step.number());
    OperationOrder order = new OperationOrder(key, "hash", step.action());
    Supplier<@Nullable Reply> request = () -> platform.edge().operate(paymentId, order);
    if (step.repeated()) {
      run("step " + step.number() + " again", () -> insist(paymentId, order, request));
    }
    insist(paymentId, order, request);
  }

  /// Repeats the request under its key until its answer is one that stays.
  private void insist(
      String paymentId, @Nullable OperationOrder order, Supplier<@Nullable Reply> request) {
    while (true) {
      operations++;
      Reply reply = request.get();
      switch (reply) {
        case null -> {
          // Nothing was heard: the same request again.
        }
        case Reply.Answered answered -> {
          heard(new Told(paymentId, order, answered.answer()));
          return;
        }
        case Reply.Rejected _ -> {
          return;
        }
        case Reply.Refused refused when mayPass(refused.refusal()) -> {
          // Not now.
        }
        default -> throw new Violation("a good request is answered " + reply);
      }
      scheduler.sleep(AGAIN_MILLIS);
    }
  }

  private static boolean mayPass(Reply.Refusal refusal) {
    return switch (refusal) {
      case IDEMPOTENCY_IN_PROGRESS, ISSUER_UNREACHABLE, SERVICE_UNAVAILABLE -> true;
      default -> false;
    };
  }

  private void heard(Told answer) {
    scheduler.note("shop", answer.toString());
    Told first = told.putIfAbsent(answer.key(), answer);
    FrozenAnswer before = first == null ? answer.answer() : first.answer();
    Violation.unless(
        before.equals(answer.answer()), "one key is answered " + before + " and " + answer);
  }

  private static AuthorizationOrder order(Plan.Sale sale) {
    String key = "sale-" + sale.number();
    return new AuthorizationOrder(
        Keys.paymentId(sale.merchantId(), Mode.TEST, "POST", "/v1/payments", key),
        "hash",
        sale.merchantId(),
        Mode.TEST,
        Money.of(sale.amount(), "TRY"),
        key,
        sale.manual() ? CaptureMethod.MANUAL : CaptureMethod.AUTOMATIC,
        1,
        new Source.Token("tok_1"),
        null,
        null,
        null,
        null,
        Map.of(),
        null,
        null);
  }
}
