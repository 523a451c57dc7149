package io.openvpos.sandbox.bank;

import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.annotation.JsonNaming;

/// One line of the bank's log: a payment file it accepted, once for each message id.
///
/// @param at when it was accepted, ISO 8601
/// @param messageId GrpHdr/MsgId
/// @param sha256 of the file as it came, in hexadecimal digits
/// @param payments in file order
/// @param debtor the account that pays; null in lines of before statements were written
@JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
public record PaymentFile(
    String at, String messageId, String sha256, List<Payment> payments, @Nullable String debtor) {

  /// Without an account to write statements of.
  public PaymentFile(String at, String messageId, String sha256, List<Payment> payments) {
    this(at, messageId, sha256, payments, null);
  }

  /// One credit transfer.
  ///
  /// @param endToEndId PmtId/EndToEndId
  /// @param amount minor units of the currency
  /// @param currency ISO 4217
  /// @param account the creditor's IBAN, or other account id
  /// @param executionDate ReqdExctnDt of its block
  @JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
  public record Payment(
      String endToEndId, long amount, String currency, String account, String executionDate) {}
}
