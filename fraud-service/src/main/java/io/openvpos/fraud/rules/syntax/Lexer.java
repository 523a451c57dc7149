package io.openvpos.fraud.rules.syntax;

import io.openvpos.fraud.rules.syntax.Token.Kind;
import java.util.ArrayList;
import java.util.List;

/// Splits a rule's text into words. `//` begins a comment up to the end of the line.
final class Lexer {

  private static final String PAIRS = "&& || == != <= >=";
  private static final String SIGNS = "!<>+-*/?:()[],.";

  private final String text;
  private final List<Token> tokens = new ArrayList<>();
  private int next;
  private int line = 1;
  private int column = 1;

  private Lexer(String text) {
    this.text = text;
  }

  static List<Token> read(String text) throws FaultException {
    Lexer lexer = new Lexer(text);
    while (lexer.next < text.length()) {
      lexer.word();
    }
    lexer.tokens.add(new Token(Kind.END, "", lexer.place()));
    return lexer.tokens;
  }

  private void word() throws FaultException {
    char c = text.charAt(next);
    if (c == ' ' || c == '\t' || c == '\r' || c == '\n') {
      step();
    } else if (text.startsWith("//", next)) {
      while (next < text.length() && text.charAt(next) != '\n') {
        step();
      }
    } else if (isNameStart(c)) {
      take(Kind.NAME, nameEnd());
    } else if (isDigit(c) || (c == '.' && isDigit(peek(1)))) {
      number();
    } else if (c == '"' || c == '\'') {
      quoted(c);
    } else {
      sign();
    }
  }

  private void sign() throws FaultException {
    String two = text.substring(next, Math.min(next + 2, text.length()));
    if (two.length() == 2 && !two.contains(" ") && PAIRS.contains(two)) {
      take(Kind.SIGN, next + 2);
    } else if (SIGNS.indexOf(text.charAt(next)) >= 0) {
      take(Kind.SIGN, next + 1);
    } else {
      String found = Character.toString(text.codePointAt(next));
      throw FaultException.at(place(), "rule_bad_character", found);
    }
  }

  private void number() throws FaultException {
    int end = digits(next);
    boolean real = false;
    if (end < text.length() && text.charAt(end) == '.' && isDigit(at(end + 1))) {
      real = true;
      end = digits(end + 1);
    }
    if (at(end) == 'e' || at(end) == 'E') {
      int exponent = at(end + 1) == '-' || at(end + 1) == '+' ? end + 2 : end + 1;
      if (isDigit(at(exponent))) {
        real = true;
        end = digits(exponent);
      }
    }
    if (isNameStart(at(end))) {
      throw FaultException.at(place(), "rule_bad_number", text.substring(next, end + 1));
    }
    take(real ? Kind.REAL : Kind.WHOLE, end);
  }

  private void quoted(char quote) throws FaultException {
    Place start = place();
    StringBuilder meant = new StringBuilder();
    step();
    while (at(next) != quote || next >= text.length()) {
      if (next >= text.length() || at(next) == '\n') {
        throw FaultException.at(start, "rule_open_text");
      }
      if (at(next) == '\\') {
        escape(meant);
      } else {
        meant.appendCodePoint(text.codePointAt(next));
        step();
      }
    }
    step();
    tokens.add(new Token(Kind.TEXT, meant.toString(), start));
  }

  private void escape(StringBuilder meant) throws FaultException {
    Place start = place();
    step();
    switch (at(next)) {
      case '"', '\'', '\\' -> meant.append(at(next));
      case 'n' -> meant.append('\n');
      case 't' -> meant.append('\t');
      case 'u' -> meant.append(unicode(start));
      default -> throw FaultException.at(start, "rule_bad_escape");
    }
    step();
  }

  /// Leaves the last of its four digits to the caller.
  private char unicode(Place start) throws FaultException {
    int code = 0;
    for (int i = 1; i <= 4; i++) {
      int digit = Character.digit(at(next + i), 16);
      if (digit < 0) {
        throw FaultException.at(start, "rule_bad_escape");
      }
      code = code * 16 + digit;
    }
    if (Character.isSurrogate((char) code)) {
      throw FaultException.at(start, "rule_bad_escape");
    }
    for (int i = 0; i < 4; i++) {
      step();
    }
    return (char) code;
  }

  private void take(Kind kind, int end) {
    tokens.add(new Token(kind, text.substring(next, end), place()));
    while (next < end) {
      step();
    }
  }

  /// One character on, as people count them.
  private void step() {
    int point = text.codePointAt(next);
    next += Character.charCount(point);
    if (point == '\n') {
      line++;
      column = 1;
    } else {
      column++;
    }
  }

  private Place place() {
    return new Place(line, column);
  }

  private int nameEnd() {
    int end = next;
    while (isNameStart(at(end)) || isDigit(at(end))) {
      end++;
    }
    return end;
  }

  private int digits(int from) {
    int end = from;
    while (isDigit(at(end))) {
      end++;
    }
    return end;
  }

  private char peek(int ahead) {
    return at(next + ahead);
  }

  /// NUL behind the end.
  private char at(int place) {
    return place < text.length() ? text.charAt(place) : '\0';
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  private static boolean isNameStart(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_';
  }
}
