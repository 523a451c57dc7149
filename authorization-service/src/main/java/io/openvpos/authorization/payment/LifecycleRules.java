package io.openvpos.authorization.payment;

/// What the operator of the service sets of a payment's life.
///
/// @param unresolvedAfter how often a reversal is forwarded before a person is asked
public record LifecycleRules(IssuerTimes issuer, HoldPeriods holds, int unresolvedAfter) {}
