package io.openvpos.authorization.risk;

/// Whether a payment may go to the issuer.
public interface RiskCheck {

  /// Blocks for at most the risk budget and never throws: silence is answered by the policy in the
  /// query.
  RiskOutcome assess(RiskQuery query);
}
