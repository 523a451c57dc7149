package io.openvpos.authorization.payment.http;

import io.openvpos.authorization.payment.Answers;
import io.openvpos.authorization.payment.FrozenAnswer;
import io.openvpos.authorization.payment.domain.Increment;
import io.openvpos.authorization.payment.domain.Payment;
import io.openvpos.authorization.payment.domain.PaymentStatus;
import io.openvpos.authorization.payment.domain.Refund;
import io.openvpos.authorization.payment.domain.Rejection;
import io.openvpos.messaging.http.Languages;
import io.openvpos.messaging.http.Messages;
import io.openvpos.messaging.http.ProblemException;
import io.openvpos.messaging.http.ProblemWriter;
import java.util.Locale;
import java.util.function.Function;
import org.springframework.web.server.ServerWebExchange;
import tools.jackson.databind.json.JsonMapper;

/// Writes the JSON of answers.
public final class JsonAnswers {

  private final JsonMapper json;
  private final Messages messages;
  private final ProblemWriter problems;

  public JsonAnswers(JsonMapper json, Messages messages, ProblemWriter problems) {
    this.json = json;
    this.messages = messages;
    this.problems = problems;
  }

  /// Answers to this request, in its language.
  Answers to(ServerWebExchange exchange) {
    return new Writer(
        Languages.of(exchange.getRequest()),
        rejection -> json(problems.document(exchange, problem(rejection))));
  }

  /// Answers that recovery freezes: nobody is there to ask for a language, and nothing is refused.
  public Answers unattended() {
    return new Writer(
        Locale.ENGLISH,
        rejection -> {
          throw new IllegalStateException("recovery is not refused: " + rejection);
        });
  }

  PaymentView view(Payment payment, Locale locale) {
    return PaymentView.of(payment, declineText(locale));
  }

  IncrementView view(Payment payment, Increment increment, Locale locale) {
    return IncrementView.of(payment, increment, declineText(locale));
  }

  Function<String, String> declineText(Locale locale) {
    return code -> messages.text("decline." + code, locale);
  }

  String json(Object value) {
    return json.writeValueAsString(value);
  }

  static ProblemException problem(Rejection rejection) {
    return ProblemException.of(
        rejection.ofAmount() ? 422 : 409, rejection.name().toLowerCase(Locale.ROOT));
  }

  private final class Writer implements Answers {

    private final Locale locale;
    private final Function<Rejection, String> refusal;

    Writer(Locale locale, Function<Rejection, String> refusal) {
      this.locale = locale;
      this.refusal = refusal;
    }

    @Override
    public FrozenAnswer created(Payment payment) {
      int status = payment.status() == PaymentStatus.PROCESSING ? 202 : 201;
      return new FrozenAnswer(status, json(view(payment, locale)));
    }

    @Override
    public FrozenAnswer changed(Payment payment) {
      return new FrozenAnswer(200, json(view(payment, locale)));
    }

    @Override
    public FrozenAnswer refunded(Payment payment, Refund refund) {
      return new FrozenAnswer(201, json(RefundView.of(payment, refund)));
    }

    @Override
    public FrozenAnswer incremented(Payment payment, Increment increment) {
      return new FrozenAnswer(201, json(view(payment, increment, locale)));
    }

    @Override
    public FrozenAnswer refused(Rejection rejection) {
      return new FrozenAnswer(422, refusal.apply(rejection));
    }
  }
}
