package io.openvpos.fraud.rules.syntax;

/// A word of a rule.
///
/// @param text as written; of a text literal, what it means
record Token(Kind kind, String text, Place place) {

  enum Kind {
    WHOLE,
    REAL,
    TEXT,
    NAME,
    SIGN,
    END
  }

  boolean is(String sign) {
    return kind == Kind.SIGN && text.equals(sign);
  }

  boolean isWord(String word) {
    return kind == Kind.NAME && text.equals(word);
  }
}
