package io.openvpos.authorization.issuer.iso8583;

import com.solab.iso8583.IsoMessage;
import io.openvpos.authorization.issuer.PointsAnswer;
import io.openvpos.money.Money;
import java.util.Currency;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Reads the answer to an inquiry of points. DE 54 has up to six parts of 20 characters: account,
/// kind of amount, currency, sign, amount. The one that counts is what is available in the points
/// account, in the currency that was asked for.
final class PointsBalance {

  /// The account type of loyalty points (DE 3, DE 54), of the range that is for private use.
  static final String ACCOUNT = "90";

  private static final String AVAILABLE = "02";
  private static final Pattern PART =
      Pattern.compile("([0-9]{2})([0-9A-Z]{2})([0-9]{3})([CD])([0-9]{12})");
  private static final Pattern PARTS = Pattern.compile("(?:" + PART.pattern() + "){1,6}");

  private PointsBalance() {}

  static PointsAnswer read(IsoMessage answer, Currency currency) {
    String code = Dialect.get(answer, 39).orElse("");
    if (code.isEmpty()) {
      return new PointsAnswer.Untold();
    }
    if (!code.equals(Dialect.APPROVED)) {
      return new PointsAnswer.Declined(code);
    }
    Optional<String> amounts = Dialect.get(answer, 54);
    return amounts.isPresent() && !PARTS.matcher(amounts.get()).matches()
        ? new PointsAnswer.Untold()
        : new PointsAnswer.Balance(worth(amounts.orElse(""), currency));
  }

  private static Money worth(String amounts, Currency currency) {
    String number = String.format(Locale.ROOT, "%03d", currency.getNumericCode());
    Matcher part = PART.matcher(amounts);
    while (part.find()) {
      if (part.group(1).equals(ACCOUNT)
          && part.group(2).equals(AVAILABLE)
          && part.group(3).equals(number)
          && part.group(4).equals("C")) {
        return Money.of(Long.parseLong(part.group(5)), currency.getCurrencyCode());
      }
    }
    return Money.zero(currency);
  }
}
