package io.openvpos.authorization.payment.http;

import io.openvpos.authorization.payment.AuthenticationWish;
import io.openvpos.money.Mode;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Reads the `three_d_secure` object of a payment's request.
final class AuthenticationWishes {

  private static final String NAME = "three_d_secure";
  private static final int LONGEST_URL = 2000;
  private static final Set<String> FIELDS = Set.of("return_url", "required", "exemption");
  private static final Set<String> EXEMPTIONS =
      Set.of("low_value", "transaction_risk", "merchant_initiated");

  private AuthenticationWishes() {}

  /// Empty if the shop asks nothing.
  static Optional<AuthenticationWish> read(Fields fields, Mode mode) {
    if (!fields.has(NAME)) {
      return Optional.empty();
    }
    Fields wish = fields.inside(NAME).allowing(FIELDS);
    String url = wish.freeText("return_url", LONGEST_URL);
    if (url != null && !isAddress(url, mode)) {
      wish.refuse("return_url", "invalid_url");
    }
    boolean required = wish.flag("required");
    String exemption = wish.word("exemption", EXEMPTIONS, "invalid_value");
    return Optional.of(new AuthenticationWish(url, required, exemption));
  }

  /// An absolute address of the web; in live mode an encrypted one.
  private static boolean isAddress(String text, Mode mode) {
    @Nullable URI url = parsed(text);
    return url != null
        && url.getHost() != null
        && url.getRawUserInfo() == null
        && ("https".equals(url.getScheme())
            || ("http".equals(url.getScheme()) && mode == Mode.TEST));
  }

  private static @Nullable URI parsed(String text) {
    try {
      return new URI(text);
    } catch (URISyntaxException e) {
      return null;
    }
  }
}
