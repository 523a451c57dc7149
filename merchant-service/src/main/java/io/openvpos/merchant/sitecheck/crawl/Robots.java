package io.openvpos.merchant.sitecheck.crawl;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/// The rules of a robots.txt for this robot (RFC 9309): those of its own name, else those of `*`;
/// the longest that fits decides, and allowing wins a tie.
final class Robots {

  static final Robots ALLOWING = new Robots(List.of());

  /// For a site whose rules cannot be had for the moment.
  static final Robots FORBIDDING = new Robots(List.of(new Rule(false, "/")));

  private static final String NAME = "openvpossitecheck";
  private static final int MOST_RULES = 1_000;
  private static final int LONGEST_RULE = 500;

  private final List<Rule> rules;

  private Robots(List<Rule> rules) {
    this.rules = List.copyOf(rules);
  }

  private record Rule(boolean allows, String path) {
    boolean fits(String asked) {
      boolean whole = path.endsWith("$");
      String pattern = whole ? path.substring(0, path.length() - 1) : path;
      String[] parts = pattern.split(Pattern.quote("*"), -1);
      if (!asked.startsWith(parts[0])) {
        return false;
      }
      int at = parts[0].length();
      for (int part = 1; part < parts.length; part++) {
        boolean last = whole && part == parts.length - 1;
        int found = last ? asked.length() - parts[part].length() : asked.indexOf(parts[part], at);
        if (found < at || (last && !asked.endsWith(parts[part]))) {
          return false;
        }
        at = found + parts[part].length();
      }
      return !whole || at == asked.length();
    }
  }

  static Robots parse(String text) {
    List<Rule> own = new ArrayList<>();
    List<Rule> everyone = new ArrayList<>();
    boolean named = false;
    boolean naming = false;
    boolean forMe = false;
    boolean forAll = false;
    for (String line : text.lines().toList()) {
      int comment = line.indexOf('#');
      String plain = comment < 0 ? line : line.substring(0, comment);
      int colon = plain.indexOf(':');
      if (colon < 0) {
        continue;
      }
      String key = plain.substring(0, colon).strip().toLowerCase(Locale.ROOT);
      String value = plain.substring(colon + 1).strip();
      if (key.equals("user-agent")) {
        boolean me = value.toLowerCase(Locale.ROOT).startsWith(NAME);
        forMe = me || (naming && forMe);
        forAll = value.equals("*") || (naming && forAll);
        named |= me;
        naming = true;
      } else if (key.equals("allow") || key.equals("disallow")) {
        naming = false;
        add(forMe ? own : forAll ? everyone : new ArrayList<>(), key.equals("allow"), value);
      }
    }
    return new Robots(named ? own : everyone);
  }

  private static void add(List<Rule> to, boolean allows, String path) {
    if (!path.isEmpty() && path.length() <= LONGEST_RULE && to.size() < MOST_RULES) {
      to.add(new Rule(allows, path));
    }
  }

  boolean allows(URI address) {
    String query = address.getRawQuery() == null ? "" : "?" + address.getRawQuery();
    String asked = address.getRawPath() + query;
    int longest = -1;
    boolean allowed = true;
    for (Rule rule : rules) {
      int length = rule.path().length();
      if (rule.fits(asked) && (length > longest || (length == longest && rule.allows()))) {
        longest = length;
        allowed = rule.allows();
      }
    }
    return allowed;
  }
}
