package io.openvpos.merchant.sitecheck.crawl;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Finds out in which letters a page is written: by its mark, its header, its own word, and else by
/// what it can be. Old Turkish shops are in windows-1254 and often do not say so.
final class Encodings {

  private static final Charset TURKISH = Charset.forName("windows-1254");

  /// What browsers read under these names (WHATWG Encoding).
  private static final Map<String, Charset> AS_BROWSERS =
      Map.of(
          "iso-8859-9",
          TURKISH,
          "iso8859-9",
          TURKISH,
          "latin5",
          TURKISH,
          "iso-8859-1",
          Charset.forName("windows-1252"),
          "latin1",
          Charset.forName("windows-1252"),
          "us-ascii",
          Charset.forName("windows-1252"));

  private static final Pattern CHARSET =
      Pattern.compile("(?i)charset\\s*=\\s*[\"']?\\s*([a-z0-9_:.-]+)");
  private static final int MARK = 0xFEFF;
  private static final int SEARCHED = 4_096;

  private Encodings() {}

  static String decode(byte[] bytes, String declared) {
    String start =
        new String(bytes, 0, Math.min(bytes.length, SEARCHED), StandardCharsets.ISO_8859_1);
    String text =
        marked(bytes)
            .or(() -> named(declared))
            .or(() -> named(start))
            .map(charset -> new String(bytes, charset))
            .orElseGet(() -> guessed(bytes));
    return !text.isEmpty() && text.charAt(0) == MARK ? text.substring(1) : text;
  }

  private static Optional<Charset> marked(byte[] bytes) {
    int first = at(bytes, 0);
    int second = at(bytes, 1);
    if (first == 0xEF && second == 0xBB && at(bytes, 2) == 0xBF) {
      return Optional.of(StandardCharsets.UTF_8);
    }
    if (first == 0xFE && second == 0xFF) {
      return Optional.of(StandardCharsets.UTF_16BE);
    }
    return first == 0xFF && second == 0xFE
        ? Optional.of(StandardCharsets.UTF_16LE)
        : Optional.empty();
  }

  private static int at(byte[] bytes, int index) {
    return index < bytes.length ? bytes[index] & 0xff : -1;
  }

  private static Optional<Charset> named(String in) {
    Matcher found = CHARSET.matcher(in);
    if (!found.find()) {
      return Optional.empty();
    }
    String name = found.group(1).toLowerCase(Locale.ROOT);
    try {
      // A page that names UTF-16 in ASCII letters is not in it.
      return name.startsWith("utf-16")
          ? Optional.of(StandardCharsets.UTF_8)
          : Optional.of(AS_BROWSERS.containsKey(name) ? browsers(name) : Charset.forName(name));
    } catch (IllegalCharsetNameException | UnsupportedCharsetException unknown) {
      return Optional.empty();
    }
  }

  private static Charset browsers(String name) {
    return AS_BROWSERS.getOrDefault(name, StandardCharsets.UTF_8);
  }

  private static String guessed(byte[] bytes) {
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException notUtf8) {
      return new String(bytes, TURKISH);
    }
  }
}
