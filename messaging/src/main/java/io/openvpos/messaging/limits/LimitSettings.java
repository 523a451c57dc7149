package io.openvpos.messaging.limits;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// How much one instance takes on. The defaults are far above what a shop or its checkout needs:
/// they stop floods, not customers.
///
/// See docs/decisions/0016-limits.md.
///
/// @param address requests of one client address, authenticated or not
/// @param failures answers of 401 to one client address; past it they become 429
/// @param callerReads reads of one API key or one person
/// @param callerWrites all other requests of one API key or one person
/// @param sessions attempts to sign in from one client address
/// @param logIns failed attempts to sign in to one account
/// @param remembered addresses, callers and accounts remembered of each kind
/// @param readsInFlight reads in execution at once
/// @param writesInFlight other requests in execution at once
/// @param outboxBacklog documents with facts not yet sent, past which no more are written
/// @param answerWithin how long a request may be in execution
/// @param bodyWithin how long the whole of a body may take to arrive, also one that nobody reads;
///   longer than it is waited for where it is read
/// @param takenWithin how long a client may take nothing of its answer
@ConfigurationProperties("vpos.limits")
public record LimitSettings(
    @DefaultValue("2000/s burst 8000") Rate address,
    @DefaultValue("20/s burst 500") Rate failures,
    @DefaultValue("1000/s burst 4000") Rate callerReads,
    @DefaultValue("500/s burst 2000") Rate callerWrites,
    @DefaultValue("5/s burst 200") Rate sessions,
    @DefaultValue("10/min burst 30") Rate logIns,
    @DefaultValue("20000") int remembered,
    @DefaultValue("512") int readsInFlight,
    @DefaultValue("512") int writesInFlight,
    @DefaultValue("20000") int outboxBacklog,
    @DefaultValue("60s") Duration answerWithin,
    @DefaultValue("15s") Duration bodyWithin,
    @DefaultValue("30s") Duration takenWithin) {

  public LimitSettings {
    check(remembered >= 1 && remembered <= 10_000_000, "remembered is not in 1..10000000");
    check(readsInFlight >= 1, "reads-in-flight is not positive");
    check(writesInFlight >= 1, "writes-in-flight is not positive");
    check(outboxBacklog >= 1, "outbox-backlog is not positive");
    check(answerWithin.isPositive(), "answer-within is not positive");
    check(bodyWithin.isPositive(), "body-within is not positive");
    check(takenWithin.isPositive(), "taken-within is not positive");
  }

  private static void check(boolean condition, String message) {
    if (!condition) {
      throw new IllegalArgumentException("vpos.limits." + message);
    }
  }
}
