package io.openvpos.fraud.rules.http;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// The body of a new version.
final class RuleSetRequests {

  private RuleSetRequests() {}

  /// @param note what is different
  record Create(@Nullable String note, @Nullable List<@Nullable Rule> rules) {}

  /// @param when the condition
  /// @param action allow, challenge, review, decline or score
  /// @param points 1 to 100, of score only
  record Rule(
      @Nullable String code,
      @Nullable String when,
      @Nullable String action,
      @Nullable Integer points,
      @Nullable String textTr,
      @Nullable String textEn) {}
}
