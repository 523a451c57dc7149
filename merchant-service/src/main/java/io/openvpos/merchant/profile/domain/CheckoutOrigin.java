package io.openvpos.merchant.profile.domain;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/// An origin that may show the checkout in a frame, as browsers write it: `https://shop.example`,
/// in small letters, without a port where it is the usual one. It becomes part of a policy that
/// browsers read, so it has no character that means something there.
public record CheckoutOrigin(String value) {

  /// Of one merchant.
  public static final int MOST = 10;

  private static final int LONGEST = 200;
  private static final String LABEL = "[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?";

  /// A name's last part is never a number alone, so no address of a machine fits.
  private static final Pattern FORM =
      Pattern.compile(
          "https://(?:" + LABEL + "\\.)+(?![0-9]+(?::|$))" + LABEL + "(?::([1-9][0-9]{0,4}))?");

  private static final String USUAL_PORT = ":443";
  private static final int LAST_PORT = 65_535;

  public CheckoutOrigin {
    if (!isRight(value)) {
      throw new IllegalArgumentException("no origin: " + value);
    }
  }

  /// Empty if it is none that a browser could send, or one without https.
  public static Optional<CheckoutOrigin> read(String typed) {
    String small = typed.strip().toLowerCase(Locale.ROOT);
    String usual =
        small.endsWith(USUAL_PORT)
            ? small.substring(0, small.length() - USUAL_PORT.length())
            : small;
    return isRight(usual) ? Optional.of(new CheckoutOrigin(usual)) : Optional.empty();
  }

  private static boolean isRight(String value) {
    var found = FORM.matcher(value);
    return value.length() <= LONGEST
        && found.matches()
        && (found.group(1) == null || Integer.parseInt(found.group(1)) <= LAST_PORT);
  }
}
