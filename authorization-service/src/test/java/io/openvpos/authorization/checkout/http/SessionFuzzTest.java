package io.openvpos.authorization.checkout.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.openvpos.authorization.checkout.OpenCheckout.Order;
import io.openvpos.authorization.fakes.Fuzz;
import io.openvpos.messaging.access.Caller;
import io.openvpos.messaging.access.KeyScope;
import io.openvpos.messaging.http.ProblemException;
import io.openvpos.money.Mode;
import java.net.URI;
import org.junit.jupiter.api.Test;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Whatever is sent for a session is an order with addresses behind which a signature can be put,
/// or a problem that repeats no number.
public final class SessionFuzzTest {

  private static final JsonMapper JSON = new JsonMapper();
  private static final Caller.MerchantKey CALLER =
      new Caller.MerchantKey("mer_1", Mode.TEST, KeyScope.SECRET);

  public static final Fuzz.Target SESSION =
      new Fuzz.Target(
          "session",
          input -> {
            JsonNode body = JSON.readTree(new String(input, UTF_8));
            if (body != null && body.isObject()) {
              Order order = SessionRequests.order(CALLER, "/v1/checkout/sessions", "k", body);
              String back = String.valueOf(order.addresses().success());
              URI signed = URI.create(back + (back.contains("?") ? "&" : "?") + "status=paid");
              assertThat(signed.getRawQuery()).endsWith("status=paid");
            }
          },
          e -> e instanceof JacksonException || isProblem(e));

  @Test
  void anyJsonIsASessionOrAProblem() {
    SESSION.run();
  }

  private static boolean isProblem(Exception e) {
    return e instanceof ProblemException problem
        && problem.status() == 400
        && problem.fields().stream().noneMatch(one -> one.pointer().matches(".*(\\d.*){7}"));
  }
}
