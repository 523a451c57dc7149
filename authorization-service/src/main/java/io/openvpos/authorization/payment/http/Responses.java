package io.openvpos.authorization.payment.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.openvpos.authorization.payment.FrozenAnswer;
import io.openvpos.authorization.payment.Reply;
import io.openvpos.authorization.payment.Reply.Refusal;
import io.openvpos.authorization.payment.domain.Rejection;
import io.openvpos.messaging.http.ProblemException;
import java.time.Duration;
import java.util.Locale;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/// Turns replies into responses.
final class Responses {

  private static final String REPLAYED = "Idempotent-Replayed";
  private static final int ACCEPTED = 202;

  /// The issuer's deadline is seconds away; asking more often finds nothing new.
  private static final Duration POLL_AFTER = Duration.ofSeconds(2);

  private static final Duration SHORTLY = Duration.ofSeconds(1);

  private Responses() {}

  static ResponseEntity<byte[]> json(String body) {
    return ResponseEntity.ok().contentType(MediaType.APPLICATION_JSON).body(body.getBytes(UTF_8));
  }

  static ResponseEntity<byte[]> of(Reply reply) {
    return switch (reply) {
      case Reply.Answered answered -> frozen(answered.answer(), answered.replayed());
      case Reply.Rejected rejected -> throw rejected(rejected.reason());
      case Reply.Invalid invalid ->
          throw ProblemException.of(400, "validation_failed")
              .field(invalid.pointer(), invalid.code());
      case Reply.Refused refused -> throw refused(refused.refusal());
      case Reply.TooMany(Duration wait) ->
          throw ProblemException.of(429, "too_many_attempts").retryAfter(wholeSeconds(wait));
    };
  }

  /// Never too early: asking again then would be refused again.
  private static Duration wholeSeconds(Duration wait) {
    return Duration.ofSeconds(wait.plusMillis(999).toSeconds());
  }

  private static ResponseEntity<byte[]> frozen(FrozenAnswer answer, boolean replayed) {
    MediaType type =
        answer.status() >= 400 ? MediaType.APPLICATION_PROBLEM_JSON : MediaType.APPLICATION_JSON;
    ResponseEntity.BodyBuilder response = ResponseEntity.status(answer.status()).contentType(type);
    if (replayed) {
      response.header(REPLAYED, "true");
    }
    if (answer.status() == ACCEPTED) {
      response.header(HttpHeaders.RETRY_AFTER, String.valueOf(POLL_AFTER.toSeconds()));
    }
    return response.body(answer.body().getBytes(UTF_8));
  }

  private static ProblemException rejected(Rejection reason) {
    ProblemException problem = JsonAnswers.problem(reason);
    return reason == Rejection.PAYMENT_PROCESSING ? problem.retryAfter(POLL_AFTER) : problem;
  }

  private static ProblemException refused(Refusal refusal) {
    String code = refusal.name().toLowerCase(Locale.ROOT);
    return switch (refusal) {
      case IDEMPOTENCY_KEY_REUSED -> ProblemException.of(422, code);
      case IDEMPOTENCY_IN_PROGRESS -> ProblemException.of(409, code).retryAfter(SHORTLY);
      case IDEMPOTENCY_KEY_EXPIRED -> ProblemException.of(409, code);
      case MERCHANT_NOT_ACTIVE -> ProblemException.of(403, code);
      case TOO_MANY_OPERATIONS -> ProblemException.of(429, code).retryAfter(Duration.ofHours(1));
      case ISSUER_UNREACHABLE, SERVICE_UNAVAILABLE ->
          ProblemException.of(503, code).retryAfter(SHORTLY);
    };
  }
}
