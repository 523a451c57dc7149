package io.openvpos.sandbox.certificate;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.TreeSet;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A certificate as it lies on a disk.
///
/// @param text the whole file
/// @param content the member `certificate`, or `reports` of the one of a day's reports
/// @param sha256 the member `sha256`
record CertificateFile(String name, String text, JsonNode whole, JsonNode content, String sha256) {

  private static final String REPORTS = "reports";
  private static final JsonMapper STRICT =
      JsonMapper.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build();

  static CertificateFile read(Path path) {
    String name = path.getFileName() == null ? path.toString() : path.getFileName().toString();
    try {
      return of(name, Files.readString(path, StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(path + " cannot be read", e);
    }
  }

  /// Throws [IllegalArgumentException] where it is no certificate at all.
  static CertificateFile of(String name, String text) {
    try {
      JsonNode whole = STRICT.readTree(text);
      JsonNode content = whole.path(whole.has(REPORTS) ? REPORTS : "certificate");
      if (!content.isObject() || !whole.path("sha256").isString()) {
        throw new IllegalArgumentException(name + " is no day certificate");
      }
      return new CertificateFile(name, text, whole, content, whole.path("sha256").stringValue());
    } catch (JacksonException e) {
      throw new IllegalArgumentException(name + " is not JSON: " + e.getOriginalMessage(), e);
    }
  }

  boolean isOfReports() {
    return whole.has(REPORTS);
  }

  String body() {
    return canonical(content);
  }

  /// Keys sorted, no white space, whole numbers only.
  static String canonical(JsonNode node) {
    StringBuilder text = new StringBuilder();
    append(text, node);
    return text.toString();
  }

  private static void append(StringBuilder text, JsonNode node) {
    if (node.isObject()) {
      String separator = "{";
      for (String key : new TreeSet<>(node.propertyNames())) {
        text.append(separator);
        appendText(text, key);
        text.append(':');
        append(text, node.get(key));
        separator = ",";
      }
      text.append(node.isEmpty() ? "{}" : "}");
    } else if (node.isArray()) {
      String separator = "[";
      for (JsonNode item : node) {
        text.append(separator);
        append(text, item);
        separator = ",";
      }
      text.append(node.isEmpty() ? "[]" : "]");
    } else if (node.isString()) {
      appendText(text, node.stringValue());
    } else if (node.isIntegralNumber()) {
      text.append(node.bigIntegerValue());
    } else {
      throw new IllegalArgumentException("neither text nor whole number: " + node);
    }
  }

  private static void appendText(StringBuilder text, String value) {
    text.append('"');
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      if (c == '"' || c == '\\') {
        text.append('\\');
      }
      if (c < 0x20) {
        text.append(String.format(Locale.ROOT, "\\u%04x", (int) c));
      } else {
        text.append(c);
      }
    }
    text.append('"');
  }
}
