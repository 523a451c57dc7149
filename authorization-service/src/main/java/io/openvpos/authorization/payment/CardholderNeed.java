package io.openvpos.authorization.payment;

import io.openvpos.authorization.threeds.domain.Protocol;
import io.openvpos.authorization.threeds.domain.Wish;

/// Whether a payment's cardholder is authenticated before the issuer is asked.
sealed interface CardholderNeed {

  /// The payment goes on as it is.
  record None() implements CardholderNeed {}

  /// It goes on and claims an exemption.
  record Exempt(String exemption) implements CardholderNeed {}

  /// It waits.
  record Authenticated(Wish wish, Protocol protocol) implements CardholderNeed {}

  /// It must be, and the card cannot.
  record Impossible() implements CardholderNeed {}

  /// The request has not what it takes.
  record Unanswerable(Reply.Invalid reason) implements CardholderNeed {}
}
