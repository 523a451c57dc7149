package io.openvpos.sandbox.verify.checks;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What a text says when it is read in the ways in which a card number could be hidden in it
/// without anybody meaning to: percent-encoded, in Base64 (either alphabet, beginning anywhere in a
/// word) and in hexadecimal. One layer only: Base64 of Base64 is not looked into.
final class CardForms {

  /// As long as thirteen digits are in Base64.
  private static final int SHORTEST_WORD = 18;

  private static final Pattern WORD = Pattern.compile("[A-Za-z0-9+/_-]{" + SHORTEST_WORD + ",}");
  private static final Pattern ESCAPE = Pattern.compile("%([0-9A-Fa-f]{2})");
  private static final Pattern HEX = Pattern.compile("(?:3[0-9]|2[0dD]){13,}");
  private static final int QUANTUM = 4;

  private CardForms() {}

  /// The other readings; without the text itself.
  static List<String> of(CharSequence text) {
    List<String> forms = new ArrayList<>();
    Matcher escape = ESCAPE.matcher(text);
    if (escape.find()) {
      forms.add(
          escape
              .replaceAll(found ->
                  Matcher.quoteReplacement(
                      String.valueOf((char) Integer.parseInt(found.group(1), 16))))
              .replace('+', ' '));
    }
    Matcher hex = HEX.matcher(text);
    while (hex.find()) {
      forms.add(latin(HexFormat.of().parseHex(hex.group())));
    }
    Matcher word = WORD.matcher(text);
    while (word.find()) {
      for (int from = 0; from < QUANTUM; from++) {
        decode(word.group().substring(from), forms);
      }
    }
    return forms;
  }

  /// The last letter of a word of 4n + 1 letters says nothing.
  private static void decode(String word, List<String> forms) {
    String whole = word.length() % QUANTUM == 1 ? word.substring(0, word.length() - 1) : word;
    forms.add(latin(Base64.getDecoder().decode(whole.replace('-', '+').replace('_', '/'))));
  }

  private static String latin(byte[] bytes) {
    return new String(bytes, StandardCharsets.ISO_8859_1);
  }
}
