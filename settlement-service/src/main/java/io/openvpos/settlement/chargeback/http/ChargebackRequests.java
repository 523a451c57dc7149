package io.openvpos.settlement.chargeback.http;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// The bodies that cases are moved with.
final class ChargebackRequests {

  private ChargebackRequests() {}

  /// @param evidence digests of files sent in before
  record Represent(@Nullable List<String> evidence, @Nullable String note) {}

  /// Giving in needs no words.
  record Accept(@Nullable String note) {}
}
