package io.openvpos.authorization.payment.domain;

import io.openvpos.money.Money;
import java.time.Instant;

/// A reversal advice (0420) that is stored and forwarded until the issuer acknowledges it. Advices
/// of one payment go out one at a time in the order stored.
///
/// @param number its place in that order, from 1
/// @param original the request that it takes back, whole or in part
/// @param originalMti 0100 for an authorization, 0200 for a refund
/// @param remaining the amount that remains of the original (DE 95); 0 takes it back whole
/// @param due true until acknowledged, and again after a late approval of the original
/// @param round raised by each late approval: an acknowledgement of an earlier round does not count
/// @param tries how often it was forwarded
public record Advice(
    int number,
    Cause cause,
    Attempt original,
    String originalMti,
    Money originalAmount,
    Money remaining,
    Instant storedAt,
    boolean due,
    int round,
    int tries) {

  public static final String AUTHORIZATION_MTI = "0100";
  public static final String REFUND_MTI = "0200";

  /// Why it was stored.
  public enum Cause {
    AUTHORIZATION_UNANSWERED,
    INCREMENT_UNANSWERED,
    REFUND_UNANSWERED,
    PARTIAL_RELEASE,
    VOID,
    EXPIRY;

    /// It takes back a request whose outcome nobody knows.
    boolean unanswered() {
      return switch (this) {
        case AUTHORIZATION_UNANSWERED, INCREMENT_UNANSWERED, REFUND_UNANSWERED -> true;
        case PARTIAL_RELEASE, VOID, EXPIRY -> false;
      };
    }
  }

  public Advice {
    Invariant.check(
        !remaining.isNegative() && remaining.compareTo(originalAmount) < 0,
        "a reversal leaves less than the original and never less than nothing");
  }

  /// A new one, due at once.
  static Advice stored(
      int number,
      Cause cause,
      Attempt original,
      String originalMti,
      Money originalAmount,
      Money remaining,
      Instant at) {
    return new Advice(
        number, cause, original, originalMti, originalAmount, remaining, at, true, 0, 0);
  }

  boolean reverses(String rrn) {
    return original.rrn().equals(rrn) && cause.unanswered();
  }

  Advice forwarded(boolean settled) {
    return with(!settled, round, tries + 1);
  }

  Advice resolved() {
    return with(false, round, tries);
  }

  Advice dueAgain() {
    return with(true, round + 1, tries);
  }

  private Advice with(boolean nowDue, int nowRound, int nowTries) {
    return new Advice(
        number,
        cause,
        original,
        originalMti,
        originalAmount,
        remaining,
        storedAt,
        nowDue,
        nowRound,
        nowTries);
  }
}
