package io.openvpos.merchant.callme;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// Somebody who wants to be called.
///
/// @param phone E.164
/// @param language `tr` or `en`
/// @param calledBy who called, once somebody has
public record CallRequest(
    String id,
    long version,
    String name,
    String phone,
    String note,
    String language,
    Instant createdAt,
    @Nullable String calledBy) {

  public CallRequest called(String by) {
    return new CallRequest(id, version + 1, name, phone, note, language, createdAt, by);
  }
}
