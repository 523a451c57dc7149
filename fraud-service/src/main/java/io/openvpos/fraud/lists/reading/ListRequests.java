package io.openvpos.fraud.lists.reading;

import org.jspecify.annotations.Nullable;

/// The bodies of changes to lists.
public final class ListRequests {

  private ListRequests() {}

  /// A new entry as sent.
  ///
  /// @param list `block_card`, …
  /// @param mode test or live; both without it
  /// @param ttlHours how long it counts, from now; either this or `expires_at` or neither
  /// @param expiresAt ISO 8601 instant from which it no longer counts
  public record Add(
      @Nullable String list,
      @Nullable String value,
      @Nullable String mode,
      @Nullable String reason,
      @Nullable Integer ttlHours,
      @Nullable String expiresAt) {}
}
