package io.openvpos.merchant.application.reading;

import io.openvpos.merchant.application.domain.ApplicationForm.Site;
import io.openvpos.merchant.application.domain.Audience;
import io.openvpos.merchant.request.FieldErrors;
import java.net.IDN;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Reads where an applicant's shop is.
final class SiteReading {

  private static final Pattern PARTS = Pattern.compile("(https?://)([^/?#:@]+)(.*)");
  private static final int MAX_URL = 500;
  private static final int MAX_LOGIN = 100;

  private final FieldErrors errors;

  SiteReading(FieldErrors errors) {
    this.errors = errors;
  }

  Optional<Site> site(ApplicationRequest.@Nullable Site sent, Audience audience) {
    ApplicationRequest.Site given =
        Objects.requireNonNullElse(sent, new ApplicationRequest.Site(null, null, null, null, null));
    Optional<URI> address = uri(errors.required(given.url(), "/site/url"), "/site/url");
    Optional<URI> test =
        given.testUrl() == null || given.testUrl().isBlank()
            ? Optional.empty()
            : uri(given.testUrl().strip(), "/site/test_url");
    String user = given.testUser() == null ? "" : given.testUser().strip();
    checkLogin(user, audience, "/site/test_user");
    checkLogin(given.testPassword(), audience, "/site/test_password");
    return address.map(found ->
        new Site(
            found,
            test.orElse(null),
            Objects.requireNonNullElse(given.ownPaymentPage(), false),
            user.isEmpty() ? null : user,
            null));
  }

  /// What dealers see only signed in can only be checked signed in.
  private void checkLogin(@Nullable String sent, Audience audience, String pointer) {
    String text = sent == null ? "" : sent;
    errors.check(audience != Audience.DEALERS || !text.isBlank(), pointer, "required_for_dealers");
    errors.check(text.length() <= MAX_LOGIN, pointer, "too_long");
  }

  private Optional<URI> uri(String sent, String pointer) {
    if (sent.isEmpty()) {
      return Optional.empty();
    }
    Optional<URI> read = parsed(sent.contains("://") ? sent : "https://" + sent);
    errors.check(read.isPresent(), pointer, "invalid_url");
    return read;
  }

  private static Optional<URI> parsed(String sent) {
    try {
      URI uri = new URI(ascii(sent));
      String scheme = uri.getScheme().toLowerCase(Locale.ROOT);
      boolean usable =
          sent.length() <= MAX_URL
              && (scheme.equals("https") || scheme.equals("http"))
              && uri.getHost() != null
              && uri.getUserInfo() == null
              && uri.getFragment() == null;
      return usable ? Optional.of(uri) : Optional.empty();
    } catch (URISyntaxException | IllegalArgumentException unreadable) {
      return Optional.empty();
    }
  }

  /// A host with other letters, as `çınar.com.tr`, in the form that the name system knows.
  private static String ascii(String sent) {
    Matcher parts = PARTS.matcher(sent);
    return parts.matches() ? parts.group(1) + IDN.toASCII(parts.group(2)) + parts.group(3) : sent;
  }
}
