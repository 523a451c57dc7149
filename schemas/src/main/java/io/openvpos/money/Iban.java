package io.openvpos.money;

import java.util.regex.Pattern;

/// The check of an international bank account number (ISO 13616).
public final class Iban {

  private static final Pattern FORM = Pattern.compile("[A-Z]{2}[0-9]{2}[0-9A-Z]{11,30}");
  private static final int TURKISH_LENGTH = 26;
  private static final int MODULUS = 97;

  private Iban() {}

  /// Whether country, length and check digits are right. Spaces are not part of it.
  public static boolean valid(String iban) {
    return FORM.matcher(iban).matches()
        && (!iban.startsWith("TR") || iban.length() == TURKISH_LENGTH)
        && remainder(iban.substring(4) + iban.substring(0, 4)) == 1;
  }

  /// Letters count as 10 to 35; the number is reduced as it is read.
  private static int remainder(String rotated) {
    int rest = 0;
    for (int index = 0; index < rotated.length(); index++) {
      int value = Character.digit(rotated.charAt(index), 36);
      rest = (value < 10 ? rest * 10 : rest * 100) + value;
      rest %= MODULUS;
    }
    return rest;
  }
}
