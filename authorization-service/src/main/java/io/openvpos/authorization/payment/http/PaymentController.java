package io.openvpos.authorization.payment.http;

import io.openvpos.authorization.payment.AuthorizePayment;
import io.openvpos.authorization.payment.Keys;
import io.openvpos.authorization.payment.OperatePayment;
import io.openvpos.authorization.payment.OperationOrder;
import io.openvpos.authorization.payment.OperationOrder.Action;
import io.openvpos.authorization.payment.PaymentRecord;
import io.openvpos.messaging.access.Access;
import io.openvpos.messaging.access.Caller;
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

  private final AuthorizePayment authorize;
  private final OperatePayment operate;
  private final OwnPayments own;
  private final PaymentRequests requests;
  private final JsonAnswers answers;

  PaymentController(
      AuthorizePayment authorize,
      OperatePayment operate,
      OwnPayments own,
      PaymentRequests requests,
      JsonAnswers answers) {
    this.authorize = authorize;
    this.operate = operate;
    this.own = own;
    this.requests = requests;
    this.answers = answers;
  }

  @PostMapping("/v1/payments")
  ResponseEntity<byte[]> create(Caller caller, ServerWebExchange exchange) {
    Caller.MerchantKey merchant = Access.requireSecretKey(caller);
    RequestBody body = RequestBody.of(exchange);
    String key = IdempotencyKey.of(exchange.getRequest());
    JsonNode object = body.object(false);
    return Responses.of(
        authorize.handle(
            requests.authorization(merchant, path(exchange), key, object), answers.to(exchange)));
  }

  @PostMapping("/v1/payments/{id}/capture")
  ResponseEntity<byte[]> capture(
      Caller caller, @PathVariable String id, ServerWebExchange exchange) {
    return operate(caller, id, exchange, PaymentRequests::capture);
  }

  @PostMapping("/v1/payments/{id}/void")
  ResponseEntity<byte[]> voidPayment(
      Caller caller, @PathVariable String id, ServerWebExchange exchange) {
    return operate(caller, id, exchange, PaymentRequests::voiding);
  }

  @PostMapping("/v1/payments/{id}/refunds")
  ResponseEntity<byte[]> refund(
      Caller caller, @PathVariable String id, ServerWebExchange exchange) {
    return operate(caller, id, exchange, PaymentRequests::refund);
  }

  private ResponseEntity<byte[]> operate(
      Caller caller, String id, ServerWebExchange exchange, Function<JsonNode, Action> reading) {
    PaymentRecord payment = own.find(Access.requireSecretKey(caller), id);
    RequestBody body = RequestBody.of(exchange);
    String key = IdempotencyKey.of(exchange.getRequest());
    JsonNode object = body.object(true);
    Action action = reading.apply(object);
    OperationOrder order =
        new OperationOrder(
            Keys.operation("POST", path(exchange), key), CanonicalBody.hash(object, null), action);
    return Responses.of(operate.handle(payment, order, answers.to(exchange)));
  }

  private static String path(ServerWebExchange exchange) {
    return exchange.getRequest().getPath().pathWithinApplication().value();
  }
}
