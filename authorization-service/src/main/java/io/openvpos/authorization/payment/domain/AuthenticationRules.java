package io.openvpos.authorization.payment.domain;

import io.openvpos.authorization.payment.domain.PaymentCommand.RequireAuthentication;
import io.openvpos.authorization.payment.domain.PaymentEvent.AuthenticationRequired;
import io.openvpos.authorization.payment.domain.PaymentState.AuthorizationSent;
import io.openvpos.authorization.payment.domain.PaymentState.Received;

/// When a payment waits for its cardholder to be authenticated.
final class AuthenticationRules {

  private AuthenticationRules() {}

  /// Before anything is sent, or after the issuer refused for want of it. What has an outcome, or
  /// waits already, stays as it is.
  static Decision require(Payment payment, RequireAuthentication command) {
    boolean asks =
        payment.state() instanceof Received || payment.state() instanceof AuthorizationSent;
    return asks
        ? Decision.accepted(
            new AuthenticationRequired(
                command.at(), command.authentication().after(payment.attempt())))
        : Decision.nothing();
  }
}
