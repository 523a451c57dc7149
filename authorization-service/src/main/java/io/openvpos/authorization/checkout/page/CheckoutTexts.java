package io.openvpos.authorization.checkout.page;

import io.openvpos.messaging.http.Messages;
import io.openvpos.page.Formats;
import java.util.List;
import java.util.Locale;

/// The page's texts, amounts and times in one language.
public final class CheckoutTexts {

  private static final Messages TEXTS = new Messages(List.of("checkout-texts"));

  private final Locale locale;
  private final Formats formats;

  private CheckoutTexts(Locale locale) {
    this.locale = locale;
    formats = new Formats(locale);
  }

  /// `en`, and Turkish for everything else.
  static CheckoutTexts in(String language) {
    return new CheckoutTexts(language.equals("en") ? Locale.ENGLISH : Locale.of("tr"));
  }

  public String language() {
    return locale.getLanguage();
  }

  public String of(String key, Object... values) {
    return TEXTS.text(key, locale, values);
  }

  /// The text of a key, or of another where it has none.
  public String either(String key, String otherwise) {
    String text = of(key);
    return text.equals(key) ? of(otherwise) : text;
  }

  /// That a card collects points in a programme.
  String ofPoints(String program) {
    return of("points.program", program);
  }

  public String money(long minorUnits, String currency) {
    return formats.money(minorUnits, currency);
  }
}
