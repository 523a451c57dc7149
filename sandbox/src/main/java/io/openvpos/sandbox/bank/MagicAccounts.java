package io.openvpos.sandbox.bank;

/// Accounts that payments do not arrive at, by the last digits of their number. Two valid ones are
/// TR640006100519786457849401 and TR800006100519786457849404.
final class MagicAccounts {

  /// ISO 20022: incorrect account number.
  static final String REFUSAL = "AC01";

  /// ISO 20022: closed account number.
  static final String RETURN = "AC04";

  private static final String REFUSED = "9401";
  private static final String RETURNED = "9404";

  private MagicAccounts() {}

  /// Refused in the status report; nothing is booked.
  static boolean refuses(PaymentFile.Payment payment) {
    return payment.account().endsWith(REFUSED);
  }

  /// Paid, and sent back on the same day.
  static boolean returns(PaymentFile.Payment payment) {
    return payment.account().endsWith(RETURNED);
  }
}
