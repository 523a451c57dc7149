package io.openvpos.sandbox.verify.books;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// A journal entry. Debits are positive, in minor units of the head's currency.
///
/// @param head `merchant|mode|currency`
/// @param eventId the cause
/// @param detail present on batch lines
public record BookedEntry(
    String id,
    String head,
    long seq,
    String eventId,
    String type,
    LocalDate salesDay,
    @Nullable LocalDate carriedOverFrom,
    @Nullable Integer contractVersion,
    List<Posting> postings,
    String previousHash,
    String hash,
    String sourceTopic,
    int sourcePartition,
    @Nullable Detail detail) {

  private static final Set<String> BATCH_LINES =
      Set.of("capture", "void", "refund", "chargeback", "chargeback_reversal", "adjustment");

  public record Posting(String account, long amount) {}

  /// What the contract holds back of a batch's positive net, and for how many calendar days.
  public record Reserve(int basisPoints, int days) {
    public static final Reserve NONE = new Reserve(0, 0);
  }

  /// What a batch line says beyond its amounts.
  ///
  /// @param parts 1: due at once, by the value days; n: in n parts, part i on day + i months
  public record Detail(
      String paymentId,
      @Nullable String refundId,
      String orderId,
      @Nullable Instant capturedAt,
      String cardBrand,
      String last4,
      int installments,
      @Nullable String rrn,
      @Nullable String authorizationCode,
      int valueDays,
      int parts,
      Reserve reserve) {

    /// Of a line that is due at once, with nothing held back.
    public Detail(
        String paymentId,
        @Nullable String refundId,
        String orderId,
        @Nullable Instant capturedAt,
        String cardBrand,
        String last4,
        int installments,
        @Nullable String rrn,
        @Nullable String authorizationCode,
        int valueDays) {
      this(
          paymentId,
          refundId,
          orderId,
          capturedAt,
          cardBrand,
          last4,
          installments,
          rrn,
          authorizationCode,
          valueDays,
          1,
          Reserve.NONE);
    }

    /// Of a line that has none of it.
    public static final Detail NONE = new Detail("", null, "", null, "", "", 1, null, null, 0);
  }

  /// Whether it is caused by a payment, a chargeback or an adjustment.
  public boolean batchLine() {
    return BATCH_LINES.contains(type);
  }

  /// The sum of its legs on an account.
  public long on(String account) {
    long sum = 0;
    for (Posting posting : postings) {
      sum += posting.account().equals(account) ? posting.amount() : 0;
    }
    return sum;
  }

  public long sum() {
    long sum = 0;
    for (Posting posting : postings) {
      sum = Math.addExact(sum, posting.amount());
    }
    return sum;
  }

  public long debits() {
    long debits = 0;
    for (Posting posting : postings) {
      debits = Math.addExact(debits, Math.max(0, posting.amount()));
    }
    return debits;
  }

  /// What it adds to the head's paid_out.
  public long paidOut() {
    return type.equals("payout_confirmed") || type.equals("payout_returned")
        ? -on("bank_account")
        : 0;
  }

  /// The day that the cause was stamped with.
  public LocalDate stampedDay() {
    return carriedOverFrom == null ? salesDay : carriedOverFrom;
  }
}
