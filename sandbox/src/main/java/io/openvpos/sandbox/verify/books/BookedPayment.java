package io.openvpos.sandbox.verify.books;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A payment's document. Amounts are minor units of its one currency.
///
/// @param state as stored: AUTH_SENT, OUTCOME_UNKNOWN, DECLINED, ...
/// @param status as the merchant reads it
/// @param amount what was asked for
/// @param seq how many facts it has
/// @param rrn of the authorization request; null if none was sent
/// @param refusedRrn of a request before it, which the issuer refused until the cardholder is
///   authenticated; null if there was none
/// @param voided the void, if it is voided
/// @param answer the frozen answer to the creation
public record BookedPayment(
    String id,
    String merchantId,
    String mode,
    String currency,
    String state,
    String status,
    long amount,
    Amounts amounts,
    long seq,
    @Nullable String rrn,
    @Nullable String refusedRrn,
    List<Increment> increments,
    List<Capture> captures,
    List<Refund> refunds,
    @Nullable Voided voided,
    List<Advice> advices,
    List<Operation> operations,
    @Nullable Answer answer) {

  /// The four amounts that the merchant reads.
  public record Amounts(long authorized, long capturable, long captured, long refunded) {}

  /// An amount asked for on top of the authorization.
  ///
  /// @param status SENT, UNKNOWN, APPROVED, DECLINED or REVERSED
  public record Increment(String id, long amount, String status, String rrn) {

    /// Whether the issuer's answer is still looked for.
    public boolean open() {
      return status.equals("SENT") || status.equals("UNKNOWN");
    }

    public boolean approved() {
      return status.equals("APPROVED");
    }
  }

  /// One claim of held funds.
  ///
  /// @param seq of its fact
  /// @param refunded what succeeded refunds took of it
  public record Capture(
      long seq, long amount, LocalDate salesDay, int contractVersion, long refunded) {}

  /// A refund.
  ///
  /// @param status SENT, UNKNOWN, SUCCEEDED or FAILED
  /// @param seq of its fact; 0 until it succeeded
  public record Refund(
      String id,
      long amount,
      String status,
      String rrn,
      long seq,
      @Nullable LocalDate salesDay,
      List<Portion> portions) {

    /// Whether the issuer's answer is still looked for.
    public boolean open() {
      return status.equals("SENT") || status.equals("UNKNOWN");
    }

    public boolean succeeded() {
      return status.equals("SUCCEEDED");
    }
  }

  /// What a refund takes of one capture.
  public record Portion(long captureSeq, long captured, long before, long after) {}

  public record Voided(long seq, LocalDate salesDay) {}

  /// A reversal advice.
  ///
  /// @param rrn of the request that it reverses
  /// @param due whether it still has to be acknowledged
  public record Advice(int number, String rrn, boolean due) {}

  /// An idempotency key used after the creation.
  ///
  /// @param begunId the refund or increment that it began
  public record Operation(
      String key, @Nullable String begunId, boolean rejection, @Nullable Answer answer) {}

  /// A frozen answer.
  public record Answer(int status, String body) {}

  /// `merchant|mode|currency`: the ledger head that its money is in.
  public String head() {
    return (merchantId + "|" + mode + "|" + currency).intern();
  }

  /// Whether the outcome of the authorization is still looked for.
  public boolean open() {
    return state.equals("AUTH_SENT") || state.equals("OUTCOME_UNKNOWN");
  }

  /// Whether its cardholder is still to be authenticated: at rest until that ends or is too late.
  public boolean waiting() {
    return state.equals("AWAITING_AUTHENTICATION");
  }

  public boolean approved() {
    return switch (state) {
      case "AUTHORIZED", "CAPTURED", "VOIDED", "EXPIRED" -> true;
      default -> false;
    };
  }

  /// Whether an advice for this request still has to be acknowledged.
  public boolean adviceDue(String ofRrn) {
    return advices.stream().anyMatch(advice -> advice.due() && advice.rrn().equals(ofRrn));
  }
}
