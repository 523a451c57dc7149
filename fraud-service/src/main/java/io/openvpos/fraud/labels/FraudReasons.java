package io.openvpos.fraud.labels;

import java.util.Locale;
import java.util.Set;

/// Which of the networks' chargeback reasons say that the cardholder did not pay.
final class FraudReasons {

  /// Visa's fraud family is 10.1 to 10.5.
  private static final String VISA = "10.";

  /// Mastercard (4837 no cardholder authorization, 4840, 4849, 4863, 4870, 4871) and American
  /// Express (F-codes and FR-codes).
  private static final Set<String> OTHERS =
      Set.of(
          "4837", "4840", "4849", "4863", "4870", "4871", "F10", "F14", "F24", "F29", "F30", "F31",
          "FR2", "FR4", "FR6");

  private FraudReasons() {}

  static boolean isFraud(String reason) {
    String code = reason.strip().toUpperCase(Locale.ROOT);
    return code.startsWith(VISA) || OTHERS.contains(code);
  }
}
