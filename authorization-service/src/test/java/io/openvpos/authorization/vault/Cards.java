package io.openvpos.authorization.vault;

import java.time.YearMonth;

/// Cards for tests.
public final class Cards {

  public static final String VISA = "4155650100416111";
  static final String MASTERCARD = "5528790000000008";

  private Cards() {}

  public static SubmittedCard card(String number) {
    return new SubmittedCard(new Pan(number), YearMonth.of(2030, 12), new Cvc("123"), null);
  }
}
