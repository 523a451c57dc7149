package io.openvpos.settlement.bankstatement.message;

import io.openvpos.settlement.iso20022.RefusedMessageException;
import io.openvpos.settlement.iso20022.XmlPart;
import java.math.BigDecimal;
import java.util.Currency;

/// Amounts of a message in minor units, exact or not at all.
final class Amounts {

  private Amounts() {}

  /// Of a part with `Amt`.
  static String currency(XmlPart part) {
    return part.first("Amt").map(amount -> amount.attributes().get("Ccy")).orElse("");
  }

  static long minorUnits(XmlPart part, String pointer) {
    try {
      int digits = Currency.getInstance(currency(part)).getDefaultFractionDigits();
      return new BigDecimal(part.text("Amt")).movePointRight(digits).longValueExact();
    } catch (ArithmeticException e) {
      throw new RefusedMessageException(pointer, "amount_precision");
    } catch (IllegalArgumentException e) {
      throw new RefusedMessageException(pointer, "currency_unknown");
    }
  }

  /// Above zero what is in credit.
  static long signed(XmlPart part, String pointer) {
    long amount = minorUnits(part, pointer);
    return part.text("CdtDbtInd").equals("CRDT") ? amount : Math.negateExact(amount);
  }
}
