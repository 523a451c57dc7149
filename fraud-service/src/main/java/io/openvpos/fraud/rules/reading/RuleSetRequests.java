package io.openvpos.fraud.rules.reading;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// The body of a new version.
public final class RuleSetRequests {

  private RuleSetRequests() {}

  /// A new rule set as sent.
  ///
  /// @param note what is different
  public record Create(@Nullable String note, @Nullable List<@Nullable Rule> rules) {}

  /// One of its rules.
  ///
  /// @param when the condition
  /// @param action allow, challenge, review, decline or score
  /// @param points 1 to 100, of score only
  public record Rule(
      @Nullable String code,
      @Nullable String when,
      @Nullable String action,
      @Nullable Integer points,
      @Nullable String textTr,
      @Nullable String textEn) {}
}
