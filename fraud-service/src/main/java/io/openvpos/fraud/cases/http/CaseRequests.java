package io.openvpos.fraud.cases.http;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// The bodies that cases are moved with.
final class CaseRequests {

  private CaseRequests() {}

  /// The payment is good.
  record Approve(@Nullable String note) {}

  /// The payment is fraud.
  ///
  /// @param block what of it goes to the block lists: card, bin, ip, email, device
  record Decline(@Nullable String note, @Nullable List<@Nullable String> block) {}

  /// Payments of it open no case.
  ///
  /// @param entity card, ip, email, device or merchant
  /// @param hours from now, 1 to 2160
  record Snooze(
      @Nullable String entity,
      @Nullable String value,
      @Nullable Integer hours,
      @Nullable String reason) {}
}
