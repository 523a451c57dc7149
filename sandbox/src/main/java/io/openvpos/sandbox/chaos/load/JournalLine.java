package io.openvpos.sandbox.chaos.load;

import com.fasterxml.jackson.annotation.JsonIgnore;
import org.jspecify.annotations.Nullable;

/// What a shop was told, or that it was told nothing.
///
/// @param kind CREATE, SESSION, CAPTURE, VOID, REFUND, or READ, which has no key
/// @param request hash of the request; the same under the same key
/// @param payment the payment in the path; empty for a creation
/// @param amount asked for; null where the request named none
/// @param edge which instance was asked, from 1
/// @param status of HTTP; 0 if there was no answer
/// @param code of the problem, if it was one
/// @param digest SHA-256 of the answer's body
/// @param replayed whether it said to be a repeated answer
/// @param body the answer; empty if there was none
public record JournalLine(
    String at,
    int shop,
    String kind,
    String key,
    String request,
    String payment,
    String order,
    @Nullable Long amount,
    String currency,
    int edge,
    int status,
    String code,
    String digest,
    boolean replayed,
    String body) {

  public static final String READ = "READ";

  private static final String IN_PROGRESS = "idempotency_in_progress";
  private static final String PROCESSING = "payment_processing";

  /// Whether the answer is stored under its key: it must never be another.
  @JsonIgnore
  public boolean isFinal() {
    return status / 100 == 2 || (status == 422 && !code.equals("idempotency_key_reused"));
  }

  /// Whether the platform said that nothing was done and asking again is no use.
  @JsonIgnore
  public boolean isRefusal() {
    return status == 409 && !code.equals(IN_PROGRESS) && !code.equals(PROCESSING);
  }

  /// Whether asking again with the same key is what a client does now.
  @JsonIgnore
  public boolean isOpen() {
    return status == 0
        || status >= 500
        || status == 429
        || status == 408
        || (status == 409 && !isRefusal());
  }
}
