package io.openvpos.messaging.http;

import java.util.List;
import java.util.Locale;
import org.springframework.context.support.ResourceBundleMessageSource;

/// Texts by key in the caller's language. A missing text shows its key, and a test fails on it.
public final class Messages {

  private final ResourceBundleMessageSource source = new ResourceBundleMessageSource();

  /// `bundles`: base names, the most specific first; the shared texts come last.
  public Messages(List<String> bundles) {
    source.setDefaultEncoding("UTF-8");
    source.setFallbackToSystemLocale(false);
    source.setDefaultLocale(Locale.ENGLISH);
    source.addBasenames(bundles.toArray(String[]::new));
    source.addBasenames("messaging-messages");
  }

  public String text(String key, Locale locale, Object... values) {
    String text = source.getMessage(key, values, key, locale);
    return text == null ? key : text;
  }
}
