package io.openvpos.sandbox.chaos.fault;

import io.openvpos.sandbox.chaos.process.Child;
import io.openvpos.sandbox.chaos.process.Landscape;
import io.openvpos.sandbox.chaos.process.Relay;
import io.openvpos.sandbox.chaos.process.ServiceKind;
import io.openvpos.sandbox.chaos.process.Waiting;
import io.openvpos.sandbox.client.Api;
import io.openvpos.sandbox.client.NoAnswerException;
import java.time.Duration;

/// Carries faults out, and says of each whether it was seen to happen.
final class Injector {

  /// Beyond the six seconds after which the broker counts a consumer as dead.
  private static final Duration ZOMBIE = Duration.ofSeconds(8);

  private static final Duration LONG_OUTAGE = Duration.ofSeconds(30);
  private static final Duration MOMENT = Duration.ofSeconds(1);
  private static final Duration FIRES_WITHIN = Duration.ofMinutes(2);
  private static final Duration STARTS_WITHIN = Duration.ofMinutes(2);

  private final Landscape landscape;

  Injector(Landscape landscape) {
    this.landscape = landscape;
  }

  boolean fire(PlannedFault fault) {
    String target = fault.target();
    return switch (fault.kind()) {
      case AUTHORIZATION_KILLED, FRAUD_KILLED, MERCHANT_KILLED, SETTLEMENT_KILLED ->
          down(target, 0);
      case AUTHORIZATION_ZOMBIE, MERCHANT_ZOMBIE, SETTLEMENT_ZOMBIE -> pause(target, ZOMBIE);
      case SERVICE_PAUSED -> pause(target, MOMENT);
      case ROLLING_RESTART -> rollingRestart(ServiceKind.valueOf(target));
      case BROKER_DOWN -> down(target, LONG_OUTAGE.toSeconds());
      case BROKER_KILLED, STORE_KILLED -> down(target, 0);
      case BROKER_PAUSED, STORE_PAUSED -> pause(target, Duration.ofSeconds(2));
      case NETWORK_PAUSED -> pause(target, Duration.ofSeconds(4));
      case NETWORK_DOWN -> down(target, 2);
      case STORE_DOWN -> down(target, 3);
      case REGISTRY_DOWN, BANK_DOWN -> down(target, 5);
      case NETWORK_LINE -> misbehave(target);
      case STORE_LINE_CUT, BROKER_LINE_CUT -> cut(landscape.line(target));
      case STORE_REPLIES_LOST, BROKER_REPLIES_LOST -> loseReplies(landscape.line(target));
      case STORE_LINE_HELD -> hold(landscape.line(target));
    };
  }

  private boolean down(String name, long seconds) {
    Child child = landscape.child(name);
    boolean killed = child.kill();
    Waiting.pause(Duration.ofSeconds(seconds));
    child.start();
    return killed;
  }

  private boolean pause(String name, Duration length) {
    return landscape.child(name).pause(length);
  }

  private boolean rollingRestart(ServiceKind kind) {
    boolean all = true;
    for (String name : kind.instances()) {
      Child child = landscape.child(name);
      all &= child.terminate();
      child.start();
      all &= Waiting.until(STARTS_WITHIN, MOMENT, landscape::servicesReady);
    }
    return all;
  }

  private static boolean cut(Relay line) {
    return Waiting.until(FIRES_WITHIN, () -> line.cut() > 0);
  }

  private static boolean loseReplies(Relay line) {
    return Waiting.until(FIRES_WITHIN, () -> line.loseReplies(MOMENT) > 0);
  }

  private static boolean hold(Relay line) {
    return Waiting.until(FIRES_WITHIN, () -> line.hold(MOMENT) > 0);
  }

  /// Orders the fault and waits until it was carried out; a network that was killed meanwhile has
  /// forgotten the order and is told again.
  private boolean misbehave(String fault) {
    Api network = landscape.networkFaults();
    return Waiting.until(FIRES_WITHIN, () -> ordered(network, fault));
  }

  private static boolean ordered(Api network, String fault) {
    try {
      long before = done(network, fault);
      network.post("/faults/" + fault, null).expect(202);
      return Waiting.until(FIRES_WITHIN, () -> done(network, fault) != before)
          && done(network, fault) > before;
    } catch (NoAnswerException e) {
      return false;
    }
  }

  private static long done(Api network, String fault) {
    return network.get("/faults").number(fault);
  }
}
