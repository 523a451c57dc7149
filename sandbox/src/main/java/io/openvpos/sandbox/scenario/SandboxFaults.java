package io.openvpos.sandbox.scenario;

/// Last two digits of an amount that make the sandbox's issuer misbehave.
public final class SandboxFaults {

  /// An authorization: approved in the issuer's log, never answered.
  public static final int NEVER_ANSWERED = 98;

  /// An authorization: approved, answered after the deadline.
  public static final int ANSWERED_LATE = 99;

  /// A refund: declined with 05.
  public static final int REFUND_DECLINED = 97;

  /// A refund: approved in the issuer's log, never answered.
  public static final int REFUND_UNANSWERED = 96;

  private SandboxFaults() {}
}
