package io.openvpos.fraud.rules.judging;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/// What a rule does where it matches.
public enum RuleAction {
  /// The other rules of the set are passed over; built-in rules and block lists are not.
  ALLOW,
  DECLINE,
  /// The shopper is to prove who they are; a review where nobody can be asked.
  CHALLENGE,
  REVIEW,
  /// Points on top.
  SCORE;

  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static Optional<RuleAction> of(String code) {
    return Stream.of(values()).filter(action -> action.code().equals(code)).findFirst();
  }
}
