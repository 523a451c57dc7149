package io.openvpos.merchant.application.domain;

/// The check digits of the two Turkish numbers that a business pays tax under.
public final class TaxNumber {

  private static final int COMPANY_LENGTH = 10;
  private static final int PERSON_LENGTH = 11;

  private TaxNumber() {}

  /// Whether it is a right VKN: ten digits, the last one over t = (d + 10 - i) mod 10 and t * 2^(10
  /// - i) mod 9 of each of the others, where a nine stands for the nought of a t that is none.
  public static boolean isCompany(String number) {
    if (!digits(number, COMPANY_LENGTH)) {
      return false;
    }
    int sum = 0;
    for (int place = 1; place < COMPANY_LENGTH; place++) {
      int turned = (digit(number, place) + COMPANY_LENGTH - place) % 10;
      int weighed = turned * (1 << (COMPANY_LENGTH - place)) % 9;
      sum += turned != 0 && weighed == 0 ? 9 : weighed;
    }
    return digit(number, COMPANY_LENGTH) == (10 - sum % 10) % 10;
  }

  /// Whether it is a right TCKN: eleven digits that do not begin with nought, the tenth over seven
  /// times the odd places less the even ones, the eleventh over all before it.
  public static boolean isPerson(String number) {
    if (!digits(number, PERSON_LENGTH) || number.charAt(0) == '0') {
      return false;
    }
    int odd = 0;
    int even = 0;
    for (int place = 1; place <= 9; place++) {
      if (place % 2 == 1) {
        odd += digit(number, place);
      } else {
        even += digit(number, place);
      }
    }
    int tenth = Math.floorMod(7 * odd - even, 10);
    return digit(number, 10) == tenth && digit(number, 11) == (odd + even + tenth) % 10;
  }

  private static boolean digits(String number, int length) {
    return number.length() == length && number.chars().allMatch(one -> '0' <= one && one <= '9');
  }

  /// @param place from 1
  private static int digit(String number, int place) {
    return number.charAt(place - 1) - '0';
  }
}
