package io.openvpos.sandbox.threeds;

import java.util.Arrays;

/// What the directory server does with a card: the six digits after an approving BIN decide. Any
/// other card of a range that takes part is challenged.
public enum CardOutcome {
  FRICTIONLESS("000001", "Y"),
  ATTEMPT("000002", "A"),
  NOT_AUTHENTICATED("000003", "N"),
  REJECTED("000004", "R"),
  UNAVAILABLE("000005", "U"),
  DECOUPLED("000006", "D"),
  ERROR("000007", ""),
  NO_ACS_URL("000008", "C"),
  NO_PROOF("000009", "Y"),
  /// The issuer grants no exemption for it; otherwise challenged.
  SOFT_DECLINE("000010", "C"),
  CHALLENGE("", "C");

  private static final int BIN = 8;
  private static final int LENGTH = 16;

  private final String digits;
  private final String status;

  CardOutcome(String digits, String status) {
    this.digits = digits;
    this.status = status;
  }

  public static CardOutcome of(String pan) {
    String middle = pan.length() == LENGTH ? pan.substring(BIN, BIN + 6) : "";
    return Arrays.stream(values())
        .filter(outcome -> !outcome.digits.isEmpty() && outcome.digits.equals(middle))
        .findFirst()
        .orElse(CHALLENGE);
  }

  /// The card of this outcome that begins with a BIN of eight digits.
  public String card(String bin) {
    String digitsBefore = bin + (digits.isEmpty() ? "004161" : digits) + "0";
    int sum = 0;
    for (int i = 0; i < digitsBefore.length(); i++) {
      int digit = digitsBefore.charAt(digitsBefore.length() - 1 - i) - '0';
      int weighted = i % 2 == 0 ? digit * 2 : digit;
      sum += weighted > 9 ? weighted - 9 : weighted;
    }
    return digitsBefore + (10 - sum % 10) % 10;
  }

  /// EMV `transStatus` of the ARes; empty: an Erro.
  String status() {
    return status;
  }
}
