package io.openvpos.authorization.threeds.domain;

import java.util.Arrays;
import java.util.Optional;

/// EMV `transStatus`, as an ARes or a RReq carries it.
public enum TransStatus {
  Y,
  A,
  N,
  R,
  U,
  C,
  D,
  I;

  public static Optional<TransStatus> of(String letter) {
    return Arrays.stream(values()).filter(status -> status.name().equals(letter)).findFirst();
  }

  /// Whether the issuer wants more before it says.
  public boolean asks() {
    return this == C || this == D;
  }

  /// What it means at the end; C and D are not an end and count as no answer.
  public Outcome outcome() {
    return switch (this) {
      case Y -> Outcome.AUTHENTICATED;
      case A -> Outcome.ATTEMPTED;
      case N -> Outcome.FAILED;
      case R -> Outcome.REJECTED;
      case U, I, C, D -> Outcome.UNAVAILABLE;
    };
  }
}
