package io.openvpos.fraud.rules.code;

/// A value that does not exist: a division by zero, a whole number beyond 64 bits. As in CEL, `&&`
/// and `||` pass over it where the other side decides; else the rule does not match.
@SuppressWarnings("StaticAssignmentOfThrowable") // Neither has a stack trace, and rules are hot.
public final class RuleStopsException extends RuntimeException {

  static final RuleStopsException DIVIDED_BY_ZERO = new RuleStopsException("division by zero");
  static final RuleStopsException OVERFLOW = new RuleStopsException("number too large");

  private RuleStopsException(String message) {
    super(message, null, false, false);
  }
}
