package io.openvpos.sandbox.network;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A request or advice as it came over the wire. Amounts are minor units.
///
/// @param mti the message type, four digits
/// @param connection the number of the connection it came in on
/// @param pan the card number; empty in network management. Never leaves this record in full
/// @param processingCode DE 3
/// @param amount DE 4
/// @param transmittedAt DE 7, MMDDhhmmss
/// @param stan DE 11
/// @param rrn DE 37, without padding
/// @param additionalData DE 48; may carry the CVC, so it is never logged
/// @param currency DE 49, three digits
/// @param managementCode DE 70
/// @param originalElements DE 90 of an advice
/// @param replacementAmounts DE 95 of an advice
record NetworkMessage(
    String mti,
    int connection,
    String pan,
    String processingCode,
    long amount,
    String transmittedAt,
    String stan,
    String rrn,
    String additionalData,
    String currency,
    String managementCode,
    @Nullable String originalElements,
    @Nullable String replacementAmounts) {

  private static final int REMAINING_DIGITS = 12;

  boolean isAuthorization() {
    return mti.equals("0100");
  }

  /// Asks whether the card is good; of amount 0.
  boolean isVerification() {
    return isAuthorization() && processingCode.startsWith("38");
  }

  /// Asks what an account of the card has; of amount 0.
  boolean isInquiry() {
    return isAuthorization() && processingCode.startsWith(NetworkRecord.INQUIRY);
  }

  boolean isFinancial() {
    return mti.equals("0200");
  }

  boolean isAdvice() {
    return mti.equals("0420") || mti.equals("0421");
  }

  boolean isManagement() {
    return mti.equals("0800");
  }

  /// DE 48 by name.
  Map<String, String> additional() {
    Map<String, String> data = new HashMap<>();
    for (String pair : additionalData.split(";", -1)) {
      int at = pair.indexOf('=');
      if (at > 0) {
        data.put(pair.substring(0, at), pair.substring(at + 1));
      }
    }
    return data;
  }

  /// What an advice leaves of the original amount; absent DE 95 means nothing is left.
  long remaining() {
    return replacementAmounts == null
        ? 0
        : Long.parseLong(replacementAmounts.substring(0, REMAINING_DIGITS));
  }

  /// The first six and last four digits.
  String maskedPan() {
    return pan.length() < 11
        ? ""
        : pan.substring(0, 6) + "*".repeat(pan.length() - 10) + pan.substring(pan.length() - 4);
  }

  /// The MTI that answers this message; a repeat is answered as its first.
  String answerMti() {
    return switch (mti) {
      case "0100" -> "0110";
      case "0200" -> "0210";
      case "0420", "0421" -> "0430";
      case "0800" -> "0810";
      default -> throw new IllegalStateException("No answer is defined for MTI " + mti);
    };
  }

  /// The card and its secrets stay out of every log line that prints a message.
  @Override
  public String toString() {
    return "NetworkMessage[mti=%s, stan=%s, rrn=%s, pan=%s]".formatted(mti, stan, rrn, maskedPan());
  }
}
