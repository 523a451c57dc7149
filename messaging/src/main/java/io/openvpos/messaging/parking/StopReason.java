package io.openvpos.messaging.parking;

import com.mongodb.MongoException;
import io.openvpos.messaging.http.CardLength;
import io.openvpos.messaging.kafka.UndecodableRecordException;
import java.util.Objects;
import org.apache.kafka.common.errors.RetriableException;
import org.jspecify.annotations.Nullable;
import org.springframework.kafka.listener.BatchListenerFailedException;
import org.springframework.kafka.listener.ListenerExecutionFailedException;

/// Why a record is not handled, fit to be shown: a stable code and the failure's own words, in
/// which nothing as long as a card number is left.
public record StopReason(String code, String detail) {

  /// A marker that waits for parked records.
  public static final String BEFORE_MARKER = "parked_records_before_marker";

  public static StopReason of(@Nullable Throwable failure) {
    Throwable cause = rootOf(failure);
    if (cause == null) {
      return new StopReason("failed", "");
    }
    String said = Objects.requireNonNullElse(cause.getMessage(), cause.getClass().getSimpleName());
    return new StopReason(code(cause), CardLength.masked(said));
  }

  /// The listener container's wrappings say nothing of their own.
  private static @Nullable Throwable rootOf(@Nullable Throwable failure) {
    Throwable cause = failure;
    while ((cause instanceof ListenerExecutionFailedException
            || cause instanceof BatchListenerFailedException)
        && cause.getCause() != null) {
      cause = cause.getCause();
    }
    return cause;
  }

  private static String code(Throwable cause) {
    return switch (cause) {
      case UndecodableRecordException _ -> "undecodable";
      case ParkedBeforeMarkerException _ -> BEFORE_MARKER;
      case MongoException _, RetriableException _ -> "unavailable";
      case IllegalStateException _ -> "broken_invariant";
      default -> "failed";
    };
  }
}
