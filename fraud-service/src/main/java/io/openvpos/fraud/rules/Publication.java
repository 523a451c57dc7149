package io.openvpos.fraud.rules;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Which version judges and which is tried beside it. One document decides it for all instances.
///
/// @param version of this document, 0 before the first change
/// @param steps all that was ever done, the oldest first
public record Publication(
    long version, @Nullable Integer live, @Nullable Integer shadow, List<Step> steps) {

  /// Before anything was published.
  public static final Publication NONE = new Publication(0, null, null, List.of());

  public Publication {
    steps = List.copyOf(steps);
  }

  /// Something a person did.
  ///
  /// @param action `shadow`, `activate` or `deactivate`
  public record Step(String action, int number, String by, Instant at) {}

  boolean wasInShadow(int number) {
    return steps.stream().anyMatch(s -> s.number() == number && s.action().equals("shadow"));
  }

  boolean wasLive(int number) {
    return steps.stream().anyMatch(s -> s.number() == number && s.action().equals("activate"));
  }

  boolean isLive(int number) {
    return live != null && live == number;
  }

  boolean isInShadow(int number) {
    return shadow != null && shadow == number;
  }

  Publication inShadow(int number, String by, Instant at) {
    return next(live, number, new Step("shadow", number, by, at));
  }

  Publication activated(int number, String by, Instant at) {
    Integer beside = isInShadow(number) ? null : shadow;
    return next(number, beside, new Step("activate", number, by, at));
  }

  Publication without(int number, String by, Instant at) {
    return next(
        isLive(number) ? null : live,
        isInShadow(number) ? null : shadow,
        new Step("deactivate", number, by, at));
  }

  private Publication next(@Nullable Integer nowLive, @Nullable Integer nowShadow, Step step) {
    List<Step> all = new ArrayList<>(steps);
    all.add(step);
    return new Publication(version + 1, nowLive, nowShadow, all);
  }

  /// `live`, `shadow`, `retired`, else `approved` or `draft`.
  public String stateOf(RuleSet set) {
    if (isLive(set.number())) {
      return "live";
    }
    if (isInShadow(set.number())) {
      return "shadow";
    }
    if (wasLive(set.number())) {
      return "retired";
    }
    return set.approval() == null ? "draft" : "approved";
  }
}
