package io.openvpos.authorization.webhook;

import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// What an operator may set of webhooks.
///
/// @param allowPrivate for sandboxes and tests: private addresses and plain HTTP may be posted to.
///   Never in production: a merchant could then reach the bank's own network
/// @param extraTrust a PEM file of further authorities, as a sandbox's own
/// @param timeout of one try, from the name's look-up to the answer's head; 15 to 30 s by the
///   standard
/// @param atOnce tries that one instance makes of one endpoint at the same time
/// @param sweepEvery how often due deliveries are looked for that nobody told of
/// @param keep how long the log keeps a delivery
@ConfigurationProperties("vpos.webhooks")
public record WebhookSettings(
    @DefaultValue("false") boolean allowPrivate,
    @Nullable Path extraTrust,
    @DefaultValue("15s") Duration timeout,
    @DefaultValue("4") int atOnce,
    @DefaultValue("5s") Duration sweepEvery,
    @DefaultValue("30d") Duration keep) {

  /// The schedule of tries is three days long.
  private static final Duration SHORTEST_KEEP = Duration.ofDays(7);

  public WebhookSettings {
    if (!timeout.isPositive() || !sweepEvery.isPositive() || atOnce < 1) {
      throw new IllegalArgumentException("vpos.webhooks: times and limits are above zero");
    }
    if (keep.compareTo(SHORTEST_KEEP) < 0) {
      throw new IllegalArgumentException("vpos.webhooks.keep is below 7 days");
    }
  }

  /// After which a try of which nobody heard again counts as lost.
  Duration lease() {
    return timeout.plus(timeout);
  }
}
