package io.openvpos.authorization.checkout;

import io.openvpos.authorization.checkout.domain.AttemptRules;
import java.net.URI;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// What an operator may set of the checkout.
///
/// @param baseUrl where payers' browsers reach the pages, without a path; https outside one's own
///   machine
/// @param lasts how long a session may be paid in where the shop does not say
/// @param attempts declined cards after which a session is over: a thief who tries cards needs a
///   new session for every few
/// @param attemptGrace how long an attempt may go without a payment before its card is asked for
///   again
/// @param atOnce page requests in execution at once; one more is answered 503
@ConfigurationProperties("vpos.checkout")
public record CheckoutSettings(
    @DefaultValue("http://localhost:8080") URI baseUrl,
    @DefaultValue("30m") Duration lasts,
    @DefaultValue("5") int attempts,
    @DefaultValue("20s") Duration attemptGrace,
    @DefaultValue("256") int atOnce) {

  public CheckoutSettings {
    check(baseUrl.isAbsolute() && baseUrl.getRawPath().isEmpty(), "base-url is no bare address");
    check(lasts.isPositive(), "lasts is not positive");
    check(attempts >= 1 && attempts <= 20, "attempts is not in 1..20");
    check(attemptGrace.isPositive(), "attempt-grace is not positive");
    check(atOnce >= 1, "at-once is not positive");
  }

  public AttemptRules rules() {
    return new AttemptRules(attempts, attemptGrace);
  }

  /// Whether browsers come by TLS.
  public boolean secure() {
    return "https".equals(baseUrl.getScheme());
  }

  private static void check(boolean condition, String message) {
    if (!condition) {
      throw new IllegalArgumentException("vpos.checkout." + message);
    }
  }
}
