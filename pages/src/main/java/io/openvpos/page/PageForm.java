package io.openvpos.page;

import io.openvpos.messaging.http.ProblemException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The fields of a form that a browser sent, url-encoded. The frame has read it and has checked its
/// CSRF token before a controller sees it.
public final class PageForm {

  /// The hidden field that carries the token.
  public static final String CSRF = "csrf";

  private static final int MOST_FIELDS = 200;

  private final Map<String, List<String>> fields;

  private PageForm(Map<String, List<String>> fields) {
    this.fields = fields;
  }

  /// 400 `malformed_form` if it is no form, or one with more than 200 fields.
  public static PageForm parse(byte[] body) {
    Map<String, List<String>> fields = new LinkedHashMap<>();
    String text = new String(body, StandardCharsets.US_ASCII);
    String[] pairs = text.isEmpty() ? new String[0] : text.split("&", MOST_FIELDS + 1);
    if (pairs.length > MOST_FIELDS) {
      throw ProblemException.of(400, "malformed_form");
    }
    for (String pair : pairs) {
      int equals = pair.indexOf('=');
      String name = decoded(equals < 0 ? pair : pair.substring(0, equals));
      String value = equals < 0 ? "" : decoded(pair.substring(equals + 1));
      fields.computeIfAbsent(name, _ -> new ArrayList<>()).add(value);
    }
    return new PageForm(fields);
  }

  /// Without the spaces around it; empty where the field was left out.
  public String text(String name) {
    return raw(name).strip();
  }

  /// As typed: a password's spaces are part of it.
  public String raw(String name) {
    List<String> values = fields.getOrDefault(name, List.of());
    return values.isEmpty() ? "" : values.getFirst();
  }

  /// The values of a field that may be chosen more than once.
  public List<String> all(String name) {
    return List.copyOf(fields.getOrDefault(name, List.of()));
  }

  public boolean has(String name) {
    return fields.containsKey(name);
  }

  /// What was typed, to be shown again; never passwords or tokens.
  public Map<String, String> shownAgain() {
    Map<String, String> shown = new LinkedHashMap<>();
    fields.keySet().stream()
        .filter(name -> !name.equals(CSRF) && !name.contains("password") && !name.equals("code"))
        .forEach(name -> shown.put(name, text(name)));
    return shown;
  }

  private static String decoded(String encoded) {
    try {
      return URLDecoder.decode(encoded, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException malformed) {
      throw ProblemException.of(400, "malformed_form");
    }
  }
}
