package io.openvpos.authorization.issuer;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// How the card network is reached.
///
/// @param connections persistent connections kept up by this instance
/// @param inFlight requests waiting for an answer at once; past it a request is not sent
/// @param answerTimeout how long a request may take; whoever asks makes its deadline from it
/// @param acquirerId DE 32 and the acquirer of DE 90: up to eleven digits
/// @param connectTimeout how long opening a connection may take
/// @param echoAfter silence after which a connection is tested with an echo
/// @param circuitWindow the number of requests that the circuit breaker looks back on: when nine in
///   ten of them stayed unanswered, nothing is sent for a while
/// @param tls encrypts the connections and checks the network's name
@ConfigurationProperties("vpos.issuer")
public record IssuerSettings(
    @DefaultValue("localhost") String host,
    @DefaultValue("8583") int port,
    @DefaultValue("2") int connections,
    @DefaultValue("1024") int inFlight,
    @DefaultValue("2500ms") Duration answerTimeout,
    @DefaultValue("990001") String acquirerId,
    @DefaultValue("2s") Duration connectTimeout,
    @DefaultValue("15s") Duration echoAfter,
    @DefaultValue("100") int circuitWindow,
    @DefaultValue("false") boolean tls) {

  public IssuerSettings {
    check(port > 0 && port < 65_536, "port is not a TCP port");
    check(connections >= 1 && connections <= 64, "connections is not in 1..64");
    // Far below the 999,999 trace numbers of a connection, so that a free one is always near.
    check(inFlight >= 1 && inFlight <= 100_000, "in-flight is not in 1..100000");
    check(isPositive(answerTimeout), "answer-timeout is not positive");
    check(isPositive(connectTimeout), "connect-timeout is not positive");
    check(isPositive(echoAfter), "echo-after is not positive");
    check(circuitWindow >= 10 && circuitWindow <= 10_000, "circuit-window is not in 10..10000");
    check(acquirerId.matches("[0-9]{1,11}"), "acquirer-id is not 1 to 11 digits");
  }

  private static boolean isPositive(Duration duration) {
    return duration.isPositive();
  }

  private static void check(boolean condition, String message) {
    if (!condition) {
      throw new IllegalArgumentException("vpos.issuer." + message);
    }
  }
}
