package io.openvpos.authorization.payment.domain;

import java.util.List;

/// What risk said before anything was sent.
///
/// @param decision approve, review, challenge or decline
/// @param score 0 (safe) to 100
/// @param timedOut true if nobody answered in time and the merchant's policy decided
public record Risk(String decision, int score, List<String> reasons, boolean timedOut) {

  public Risk {
    reasons = List.copyOf(reasons);
  }
}
