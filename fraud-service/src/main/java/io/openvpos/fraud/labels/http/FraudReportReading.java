package io.openvpos.fraud.labels.http;

import io.openvpos.card.CardNumbers;
import io.openvpos.messaging.http.ProblemException;
import io.openvpos.messaging.http.ProblemException.FieldError;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A fraud report, checked.
///
/// @param at when the network had it
record FraudReportReading(String paymentId, String reason, Instant at) {

  private static final int MAX_REASON = 200;

  /// A report as sent.
  ///
  /// @param reason the network's code or words, such as `TC40 6`
  /// @param reportedAt ISO 8601 instant at which the network had it; now without it
  record Sent(@Nullable String paymentId, @Nullable String reason, @Nullable String reportedAt) {}

  /// Throws all that is wrong.
  static FraudReportReading of(Sent sent, Instant now) {
    List<FieldError> errors = new ArrayList<>();
    String payment = sent.paymentId() == null ? "" : sent.paymentId().strip();
    if (payment.isEmpty()) {
      errors.add(new FieldError("/payment_id", "required", List.of()));
    }
    String reason = sent.reason() == null ? "" : sent.reason().strip();
    if (reason.isEmpty()) {
      errors.add(new FieldError("/reason", "required", List.of()));
    } else if (reason.length() > MAX_REASON) {
      errors.add(new FieldError("/reason", "too_long", List.of()));
    } else if (CardNumbers.mayBeIn(reason)) {
      errors.add(new FieldError("/reason", "card_number_not_allowed", List.of()));
    }
    Instant at = at(sent.reportedAt(), now, errors);
    if (!errors.isEmpty()) {
      throw ProblemException.invalid(errors);
    }
    return new FraudReportReading(payment, reason, at);
  }

  private static Instant at(@Nullable String typed, Instant now, List<FieldError> errors) {
    if (typed == null) {
      return now;
    }
    try {
      Instant at = Instant.parse(typed);
      if (at.isAfter(now)) {
        errors.add(new FieldError("/reported_at", "in_the_future", List.of()));
      }
      return at;
    } catch (DateTimeParseException malformed) {
      errors.add(new FieldError("/reported_at", "invalid_format", List.of()));
      return now;
    }
  }
}
