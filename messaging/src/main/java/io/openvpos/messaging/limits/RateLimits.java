package io.openvpos.messaging.limits;

import io.github.bucket4j.TimeMeter;
import io.openvpos.messaging.access.Strangers;
import io.openvpos.messaging.http.ProblemException;
import java.time.Duration;
import java.util.Optional;
import org.springframework.http.server.reactive.ServerHttpRequest;

/// The rates of one instance, kept in its memory: a cluster of n instances lets n times as much
/// through, and no request waits for a store that may be the very thing that is slow.
///
/// See docs/decisions/0016-limits.md.
public final class RateLimits implements Strangers {

  private final Buckets addresses;
  private final Buckets failures;
  private final Buckets reads;
  private final Buckets writes;
  private final Buckets sessions;
  private final Buckets logIns;

  public RateLimits(LimitSettings settings, TimeMeter time) {
    int remembered = settings.remembered();
    addresses = new Buckets(settings.address(), remembered, time);
    failures = new Buckets(settings.failures(), remembered, time);
    reads = new Buckets(settings.callerReads(), remembered, time);
    writes = new Buckets(settings.callerWrites(), remembered, time);
    sessions = new Buckets(settings.sessions(), remembered, time);
    logIns = new Buckets(settings.logIns(), remembered, time);
  }

  Optional<Duration> address(ServerHttpRequest request) {
    return addresses.take(ClientAddress.of(request));
  }

  Optional<Duration> caller(String account, boolean read) {
    return (read ? reads : writes).take(account);
  }

  @Override
  public Optional<Duration> tooMany(ServerHttpRequest request) {
    return failures.take(ClientAddress.of(request));
  }

  /// Before anything of an attempt to sign in is read: passwords are slow to check.
  public void checkSignIn(ServerHttpRequest request) {
    sessions.take(ClientAddress.of(request)).ifPresent(RateLimits::refuse);
  }

  /// Before a password is checked. Every attempt counts until [#signedIn] says that it was right,
  /// so that guesses at once count too.
  public void checkPassword(String account) {
    logIns.take(account).ifPresent(RateLimits::refuse);
  }

  public void signedIn(String account) {
    logIns.giveBack(account);
  }

  static ProblemException problem(Duration wait) {
    return ProblemException.of(429, "rate_limited").retryAfter(wait);
  }

  private static void refuse(Duration wait) {
    throw problem(wait);
  }
}
