package io.openvpos.messaging.limits;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import io.github.bucket4j.TimeMeter;
import java.time.Duration;
import java.util.Optional;

/// One token bucket for each name, all of one rate. A bucket is forgotten when it would be full
/// again, which nobody can tell from a new one, or when there are too many: whoever invents names
/// cannot fill the memory with them.
final class Buckets {

  private final Rate rate;
  private final TimeMeter time;
  private final Cache<String, Bucket> known;

  Buckets(Rate rate, int remembered, TimeMeter time) {
    this.rate = rate;
    this.time = time;
    known =
        Caffeine.newBuilder()
            .maximumSize(remembered)
            .expireAfterAccess(rate.refilledAfter().plusSeconds(1))
            .ticker(time::currentTimeNanos)
            .executor(Runnable::run)
            .build();
  }

  /// Takes a token; where there is none, says after how many whole seconds there will be.
  Optional<Duration> take(String name) {
    ConsumptionProbe taken = known.get(name, _ -> full()).tryConsumeAndReturnRemaining(1);
    return taken.isConsumed()
        ? Optional.empty()
        : Optional.of(wholeSeconds(taken.getNanosToWaitForRefill()));
  }

  /// Puts a token back: what it was taken for did not count.
  void giveBack(String name) {
    Bucket bucket = known.getIfPresent(name);
    if (bucket != null) {
      bucket.addTokens(1);
    }
  }

  long size() {
    known.cleanUp();
    return known.estimatedSize();
  }

  private Bucket full() {
    return Bucket.builder()
        .addLimit(limit -> limit.capacity(rate.burst()).refillGreedy(rate.tokens(), rate.period()))
        .withCustomTimePrecision(time)
        .build();
  }

  /// Never too early: asking again then would be refused again.
  private static Duration wholeSeconds(long nanos) {
    long second = Duration.ofSeconds(1).toNanos();
    return Duration.ofSeconds(Math.max(1, Math.ceilDiv(nanos, second)));
  }
}
