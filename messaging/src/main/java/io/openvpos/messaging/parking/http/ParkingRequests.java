package io.openvpos.messaging.parking.http;

import io.openvpos.messaging.http.CardLength;
import io.openvpos.messaging.http.ProblemException;
import io.openvpos.messaging.http.ProblemException.FieldError;
import io.openvpos.messaging.parking.ParkingDesk.Wish;
import io.openvpos.messaging.parking.ParkingId;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The bodies of the requests, and what must be right about them.
final class ParkingRequests {

  private static final int MAX_REASON = 500;

  private ParkingRequests() {}

  /// @param reason free text for whoever asks later; no card number
  record ParkRequest(
      @Nullable String topic,
      @Nullable Integer partition,
      @Nullable Long offset,
      @Nullable String reason) {

    Wish wish(String by) {
      Errors errors = new Errors();
      String why = errors.given("/reason", reason);
      errors.check(why.length() <= MAX_REASON, "/reason", "too_long");
      errors.check(CardLength.masked(why).equals(why), "/reason", "invalid");
      Wish wish =
          new Wish(
              errors.given("/topic", topic),
              (int) errors.number("/partition", partition),
              errors.number("/offset", offset),
              by,
              why);
      errors.throwIfAny();
      return wish;
    }
  }

  record ReplayRequest(
      @Nullable String topic, @Nullable Integer partition, @Nullable String merchantId) {

    ParkingId parking() {
      Errors errors = new Errors();
      ParkingId id =
          new ParkingId(
              errors.given("/topic", topic),
              (int) errors.number("/partition", partition),
              errors.given("/merchant_id", merchantId));
      errors.throwIfAny();
      return id;
    }
  }

  /// Gathered, so that the caller learns everything at once.
  private static final class Errors {

    private final List<FieldError> found = new ArrayList<>();

    void check(boolean right, String pointer, String code) {
      if (!right) {
        found.add(new FieldError(pointer, code, List.of()));
      }
    }

    String given(String pointer, @Nullable String sent) {
      check(sent != null && !sent.isBlank(), pointer, "required");
      return sent == null ? "" : sent.strip();
    }

    long number(String pointer, @Nullable Number sent) {
      check(sent != null, pointer, "required");
      check(sent == null || sent.longValue() >= 0, pointer, "out_of_range");
      return sent == null ? 0 : sent.longValue();
    }

    void throwIfAny() {
      if (!found.isEmpty()) {
        throw ProblemException.invalid(found);
      }
    }
  }
}
