package io.openvpos.page;

import io.openvpos.messaging.http.Messages;
import java.util.Locale;
import org.springframework.context.MessageSource;

/// The texts of one language: those of the pages, and those of problems and fields that the API
/// answers with too.
record Texts(MessageSource pages, Messages problems, Locale locale) {

  String page(String key, Object... values) {
    String text = pages.getMessage(key, values, key, locale);
    return text == null ? key : text;
  }

  String problem(String key, Object... values) {
    return problems.text(key, locale, values);
  }
}
