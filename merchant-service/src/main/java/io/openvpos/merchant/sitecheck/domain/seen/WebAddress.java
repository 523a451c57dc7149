package io.openvpos.merchant.sitecheck.domain.seen;

import java.net.IDN;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Web addresses as people and pages write them, made into ones that a socket can use: names in
/// Punycode, Turkish letters and blanks of a path percent-encoded, no fragment, no default port.
/// What is not `http` or `https`, or carries credentials, is no address.
public final class WebAddress {

  private static final int LONGEST = 2_000;
  private static final int LONGEST_NAME = 253;
  private static final Pattern PARTS =
      Pattern.compile("(?i)(https?)://([^/?#\\\\]+)([^?#]*)(\\?[^#]*)?(#.*)?", Pattern.DOTALL);
  private static final Pattern AUTHORITY =
      Pattern.compile("(\\[[0-9a-fA-F:.]+]|[^:@\\s]+)(?::([0-9]{1,5}))?");
  private static final Pattern NAME = Pattern.compile("[a-z0-9_]([a-z0-9._-]*[a-z0-9_])?");
  private static final String KEPT = "-._~!$&'()*+,;=:@/?";

  private WebAddress() {}

  public static Optional<URI> parse(String text) {
    String stripped = text.strip();
    Matcher parts = PARTS.matcher(stripped);
    if (stripped.length() > LONGEST || !parts.matches()) {
      return Optional.empty();
    }
    String scheme = parts.group(1).toLowerCase(Locale.ROOT);
    Matcher authority = AUTHORITY.matcher(parts.group(2));
    if (!authority.matches()) {
      return Optional.empty();
    }
    String host = name(authority.group(1));
    int port = authority.group(2) == null ? -1 : Integer.parseInt(authority.group(2));
    if (host == null || port == 0 || port > 65_535) {
      return Optional.empty();
    }
    String place = port == -1 || port == usual(scheme) ? host : host + ":" + port;
    String path = parts.group(3).isEmpty() ? "/" : encoded(parts.group(3).replace('\\', '/'));
    String query = parts.group(4) == null ? "" : encoded(parts.group(4));
    URI address = URI.create(scheme + "://" + place + path + query).normalize();
    return address.toString().length() > LONGEST ? Optional.empty() : Optional.of(address);
  }

  /// The port that a connection goes to.
  public static int port(URI address) {
    return address.getPort() == -1 ? usual(scheme(address)) : address.getPort();
  }

  public static boolean isSecure(URI address) {
    return scheme(address).equals("https");
  }

  public static String scheme(URI address) {
    return address.getScheme() == null ? "" : address.getScheme().toLowerCase(Locale.ROOT);
  }

  public static String host(URI address) {
    return address.getHost() == null ? "" : address.getHost().toLowerCase(Locale.ROOT);
  }

  /// Scheme, name and port: what credentials are given to.
  public static String origin(URI address) {
    return scheme(address) + "://" + host(address) + ":" + port(address);
  }

  /// True if both belong to one site: the same name but for `www.`, or a name below the first's.
  public static boolean sameSite(URI site, URI other) {
    String base = withoutWww(host(site));
    String asked = withoutWww(host(other));
    return asked.equals(base) || (NAME.matcher(base).matches() && asked.endsWith("." + base));
  }

  private static String withoutWww(String host) {
    return host.startsWith("www.") ? host.substring(4) : host;
  }

  private static int usual(String scheme) {
    return scheme.equals("https") ? 443 : 80;
  }

  private static @Nullable String name(String written) {
    if (written.startsWith("[")) {
      return written.toLowerCase(Locale.ROOT);
    }
    try {
      String ascii = IDN.toASCII(written, IDN.ALLOW_UNASSIGNED).toLowerCase(Locale.ROOT);
      String plain = ascii.endsWith(".") ? ascii.substring(0, ascii.length() - 1) : ascii;
      return plain.length() <= LONGEST_NAME && NAME.matcher(plain).matches() ? plain : null;
    } catch (IllegalArgumentException unusable) {
      return null;
    }
  }

  private static String encoded(String part) {
    byte[] bytes = part.getBytes(StandardCharsets.UTF_8);
    StringBuilder out = new StringBuilder(bytes.length);
    for (int at = 0; at < bytes.length; at++) {
      char one = (char) (bytes[at] & 0xff);
      boolean plain = one < 0x80 && (Character.isLetterOrDigit(one) || KEPT.indexOf(one) >= 0);
      if (plain || (one == '%' && isHex(bytes, at + 1) && isHex(bytes, at + 2))) {
        out.append(one);
      } else {
        out.append('%').append(HexFormat.of().withUpperCase().toHexDigits(bytes[at]));
      }
    }
    return out.toString();
  }

  private static boolean isHex(byte[] bytes, int at) {
    return at < bytes.length && HexFormat.isHexDigit(bytes[at]);
  }
}
