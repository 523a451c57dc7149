package io.openvpos.sandbox.network;

import io.openvpos.sandbox.network.IssuerRules.Decision;
import io.openvpos.sandbox.network.NetworkRecord.Original;
import java.nio.file.Path;
import java.time.Clock;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/// Decides and logs one message after the other, so that a request and its reversal, coming in on
/// two connections at once, see each other.
final class NetworkDesk implements AutoCloseable {

  private final NetworkLog log;
  private final Clock clock;

  NetworkDesk(Path log, Clock clock) {
    this.log = new NetworkLog(log);
    this.clock = clock;
  }

  /// The decision, in the log when this returns.
  record Decided(Decision decision, NetworkRecord logged) {}

  synchronized Decided decide(NetworkMessage message) {
    Decision decision =
        log.hasReversed(message.mti(), message.stan(), message.rrn())
            ? IssuerRules.reversedBefore()
            : IssuerRules.decide(message);
    Original original = acknowledgedOriginal(message, decision);
    Long remaining = original == null ? null : message.remaining();
    boolean counted =
        original != null && log.isFirstAdvice(message.rrn(), original, message.remaining());
    NetworkRecord logged =
        new NetworkRecord(
            OffsetDateTime.now(clock).toString(),
            message.connection(),
            message.mti(),
            message.processingCode(),
            message.stan(),
            message.rrn(),
            message.amount(),
            message.currency(),
            decision.responseCode(),
            original,
            remaining,
            message.mti().equals("0421"),
            counted,
            decision.timing().name(),
            message.maskedPan());
    log.append(logged);
    return new Decided(decision, logged);
  }

  private static @Nullable Original acknowledgedOriginal(
      NetworkMessage message, Decision decision) {
    String elements = message.originalElements();
    return message.isAdvice()
            && elements != null
            && decision.responseCode().equals(IssuerRules.APPROVED)
        ? Original.parse(elements)
        : null;
  }

  @Override
  public void close() {
    log.close();
  }
}
