package io.openvpos.authorization.risk;

/// The way to whoever scores. May block, and may throw: then no answer will come.
@FunctionalInterface
public interface RiskQuestions {

  void ask(RiskQuestion question);
}
