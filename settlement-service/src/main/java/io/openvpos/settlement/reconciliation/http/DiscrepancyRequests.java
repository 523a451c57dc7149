package io.openvpos.settlement.reconciliation.http;

import org.jspecify.annotations.Nullable;

/// The bodies that exceptions are moved with.
final class DiscrepancyRequests {

  private DiscrepancyRequests() {}

  /// @param owner a person; absent: whoever asks
  record Assign(@Nullable String owner) {}

  /// A note.
  record Write(@Nullable String text) {}

  /// @param kind `explained`, `network_corrects` or `adjusted`
  /// @param adjustmentId of merchant-service, with `adjusted` only
  record Resolve(@Nullable String kind, @Nullable String note, @Nullable String adjustmentId) {}
}
