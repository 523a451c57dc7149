package io.openvpos.settlement.certificate.domain;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/// The one way to write a value: keys in the order of their characters, no white space, whole
/// numbers only, texts unescaped but for quotes, backslashes and control characters. So two writers
/// of the same content write the same bytes.
public final class CanonicalJson {

  private CanonicalJson() {}

  /// Of maps with text keys, lists, texts and whole numbers.
  public static String write(Object value) {
    StringBuilder text = new StringBuilder();
    append(text, value);
    return text.toString();
  }

  private static void append(StringBuilder text, Object value) {
    switch (value) {
      case Map<?, ?> map -> appendMap(text, map);
      case List<?> list -> appendList(text, list);
      case String string -> appendText(text, string);
      case Long number -> text.append(number);
      case Integer number -> text.append(number);
      default -> throw new IllegalArgumentException("no canonical form: " + value.getClass());
    }
  }

  private static void appendMap(StringBuilder text, Map<?, ?> map) {
    Map<String, Object> sorted = new TreeMap<>();
    map.forEach((key, value) -> sorted.put((String) key, value));
    char before = '{';
    for (Map.Entry<String, Object> member : sorted.entrySet()) {
      text.append(before);
      appendText(text, member.getKey());
      text.append(':');
      append(text, member.getValue());
      before = ',';
    }
    text.append(sorted.isEmpty() ? "{}" : "}");
  }

  private static void appendList(StringBuilder text, List<?> list) {
    char before = '[';
    for (Object item : list) {
      text.append(before);
      append(text, item);
      before = ',';
    }
    text.append(list.isEmpty() ? "[]" : "]");
  }

  private static void appendText(StringBuilder text, String string) {
    text.append('"');
    for (int i = 0; i < string.length(); i++) {
      char c = string.charAt(i);
      if (c == '"' || c == '\\') {
        text.append('\\').append(c);
      } else if (c < ' ') {
        text.append(String.format(Locale.ROOT, "\\u%04x", (int) c));
      } else {
        text.append(c);
      }
    }
    text.append('"');
  }
}
