package io.openvpos.merchant.request;

import java.util.regex.Pattern;

/// A telephone number as people write it, read as E.164.
public final class PhoneNumber {

  private static final Pattern INTERNATIONAL = Pattern.compile("\\+[1-9][0-9]{7,14}");

  private PhoneNumber() {}

  /// `0532 123 45 67` is a number of this country; others begin with a plus sign or two noughts.
  /// Noted as `invalid_phone` if it is none; an empty one is left to whoever requires it.
  public static String read(String sent, String pointer, FieldErrors errors) {
    String digits = sent.replaceAll("[\\s()./-]", "");
    String number = international(digits);
    errors.check(
        number.isEmpty() || INTERNATIONAL.matcher(number).matches(), pointer, "invalid_phone");
    return number;
  }

  private static String international(String digits) {
    if (digits.startsWith("00")) {
      return "+" + digits.substring(2);
    }
    return digits.startsWith("0") ? "+90" + digits.substring(1) : digits;
  }
}
