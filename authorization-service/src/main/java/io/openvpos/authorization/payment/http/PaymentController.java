package io.openvpos.authorization.payment.http;

import io.openvpos.authorization.payment.AuthorizePayment;
import io.openvpos.authorization.payment.Keys;
import io.openvpos.authorization.payment.OperatePayment;
import io.openvpos.authorization.payment.OperationOrder;
import io.openvpos.authorization.payment.OperationOrder.Action;
import io.openvpos.authorization.payment.PaymentRecord;
import io.openvpos.authorization.payment.Reply;
import io.openvpos.authorization.payment.ServedReplays;
import io.openvpos.messaging.access.Access;
import io.openvpos.messaging.access.Caller;
import io.openvpos.messaging.http.IdempotencyKey;
import io.openvpos.money.Mode;
import java.util.function.Function;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import tools.jackson.databind.JsonNode;

/// The calls that change a payment. Checks in the contract's order: caller, object, body's size and
/// type, idempotency key, body, and then the use case.
@RestController
final class PaymentController {

  private static final String PAYMENTS = "/v1/payments";
  private static final String CAPTURE = "/capture";
  private static final String VOID = "/void";
  private static final String REFUNDS = "/refunds";
  private static final String INCREMENTS = "/increments";

  private final AuthorizePayment authorize;
  private final OperatePayment operate;
  private final OwnPayments own;
  private final PaymentRequests requests;
  private final JsonAnswers answers;
  private final ServedReplays replays;

  PaymentController(
      AuthorizePayment authorize,
      OperatePayment operate,
      OwnPayments own,
      PaymentRequests requests,
      JsonAnswers answers,
      ServedReplays replays) {
    this.authorize = authorize;
    this.operate = operate;
    this.own = own;
    this.requests = requests;
    this.answers = answers;
    this.replays = replays;
  }

  @PostMapping(PAYMENTS)
  ResponseEntity<byte[]> create(Caller caller, ServerWebExchange exchange) {
    Caller.MerchantKey merchant = Access.requireSecretKey(caller);
    RequestBody body = RequestBody.of(exchange);
    String key = IdempotencyKey.of(exchange.getRequest());
    JsonNode object = body.object(false);
    Reply reply =
        authorize.handle(
            requests.authorization(merchant, PAYMENTS, key, object), answers.to(exchange));
    if (merchant.mode() == Mode.TEST
        && reply instanceof Reply.Answered(_, boolean again)
        && again) {
      replays.served(merchant.merchantId());
    }
    return Responses.of(reply);
  }

  @PostMapping(PAYMENTS + "/{id}" + CAPTURE)
  ResponseEntity<byte[]> capture(
      Caller caller, @PathVariable String id, ServerWebExchange exchange) {
    PaymentRecord payment = own.find(PaymentScope.operating(caller), id);
    return operate(payment, CAPTURE, exchange, PaymentRequests::capture);
  }

  @PostMapping(PAYMENTS + "/{id}" + VOID)
  ResponseEntity<byte[]> voidPayment(
      Caller caller, @PathVariable String id, ServerWebExchange exchange) {
    PaymentRecord payment = own.find(PaymentScope.operating(caller), id);
    return operate(payment, VOID, exchange, PaymentRequests::voiding);
  }

  @PostMapping(PAYMENTS + "/{id}" + REFUNDS)
  ResponseEntity<byte[]> refund(
      Caller caller, @PathVariable String id, ServerWebExchange exchange) {
    PaymentRecord payment = own.find(PaymentScope.operating(caller), id);
    return operate(payment, REFUNDS, exchange, PaymentRequests::refund);
  }

  @PostMapping(PAYMENTS + "/{id}" + INCREMENTS)
  ResponseEntity<byte[]> increment(
      Caller caller, @PathVariable String id, ServerWebExchange exchange) {
    Access.requireSecretKey(caller);
    PaymentRecord payment = own.find(PaymentScope.operating(caller), id);
    return operate(payment, INCREMENTS, exchange, PaymentRequests::increment);
  }

  /// @param call the last part of the path. The key's scope is made of it and of the payment's id,
  ///   never of the path as it was written: `/pay%5Fx/refunds` is the same call
  private ResponseEntity<byte[]> operate(
      PaymentRecord payment,
      String call,
      ServerWebExchange exchange,
      Function<JsonNode, Action> reading) {
    RequestBody body = RequestBody.of(exchange);
    String key = IdempotencyKey.of(exchange.getRequest());
    JsonNode object = body.object(true);
    Action action = reading.apply(object);
    OperationOrder order =
        new OperationOrder(
            Keys.operation("POST", PAYMENTS + "/" + payment.id() + call, key),
            CanonicalBody.hash(object, null),
            action);
    return Responses.of(operate.handle(payment, order, answers.to(exchange)));
  }
}
