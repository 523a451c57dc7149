package io.openvpos.sandbox.chaos.fault;

import io.openvpos.sandbox.chaos.process.Landscape;
import io.openvpos.sandbox.chaos.process.ServiceKind;
import io.openvpos.sandbox.network.OrderedFaults;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/// A kind of fault, whom it may hit and how often it comes in five minutes.
@SuppressWarnings("ImmutableEnumChecker") // The lists are unmodifiable.
public enum FaultKind {
  AUTHORIZATION_KILLED(
      "kill -9 of authorization-service", Lane.PROCESSES, 2, ServiceKind.AUTHORIZATION),
  FRAUD_KILLED("kill -9 of fraud-service", Lane.PROCESSES, 1, ServiceKind.FRAUD),
  MERCHANT_KILLED("kill -9 of merchant-service", Lane.PROCESSES, 1, ServiceKind.MERCHANT),
  SETTLEMENT_KILLED("kill -9 of settlement-service", Lane.PROCESSES, 1, ServiceKind.SETTLEMENT),
  AUTHORIZATION_ZOMBIE(
      "authorization-service stopped 8 s", Lane.PROCESSES, 1, ServiceKind.AUTHORIZATION),
  MERCHANT_ZOMBIE("merchant-service stopped 8 s", Lane.PROCESSES, 1, ServiceKind.MERCHANT),
  SETTLEMENT_ZOMBIE("settlement-service stopped 8 s", Lane.PROCESSES, 1, ServiceKind.SETTLEMENT),
  SERVICE_PAUSED("a service stopped 1 s", Lane.PROCESSES, 8, everyService()),
  ROLLING_RESTART("rolling restart of a service", Lane.PROCESSES, 1, kinds()),
  BROKER_DOWN("broker killed, down 30 s", Lane.PROCESSES, 1, List.of(Landscape.BROKER)),
  BROKER_KILLED("broker killed, started at once", Lane.PROCESSES, 1, List.of(Landscape.BROKER)),
  BROKER_PAUSED("broker stopped 2 s", Lane.PROCESSES, 1, List.of(Landscape.BROKER)),
  STORE_KILLED("store killed, started at once", Lane.PROCESSES, 1, List.of(Landscape.STORE)),
  STORE_DOWN("store killed, down 3 s", Lane.PROCESSES, 1, List.of(Landscape.STORE)),
  STORE_PAUSED("store stopped 2 s", Lane.PROCESSES, 1, List.of(Landscape.STORE)),
  REGISTRY_DOWN("registry killed, down 5 s", Lane.PROCESSES, 1, List.of(Landscape.REGISTRY)),
  NETWORK_DOWN("card network killed, down 2 s", Lane.PROCESSES, 1, List.of(Landscape.NETWORK)),
  NETWORK_PAUSED("card network stopped 4 s", Lane.PROCESSES, 1, List.of(Landscape.NETWORK)),
  BANK_DOWN("bank killed, down 5 s", Lane.PROCESSES, 1, List.of(Landscape.BANK)),
  NETWORK_LINE("card network misbehaves", Lane.LINES, 40, networkFaults()),
  STORE_LINE_CUT("connections of a service to the store cut", Lane.LINES, 12, everyService()),
  STORE_REPLIES_LOST("store does it, its answers are lost", Lane.LINES, 10, everyService()),
  STORE_LINE_HELD("line of a service to the store held 1 s", Lane.LINES, 5, everyService()),
  BROKER_LINE_CUT("all connections to the broker cut", Lane.LINES, 7, List.of(Landscape.BROKER)),
  BROKER_REPLIES_LOST(
      "broker does it, its answers are lost", Lane.LINES, 4, List.of(Landscape.BROKER));

  /// Faults of one lane come one after another; the lanes side by side.
  public enum Lane {
    PROCESSES,
    LINES
  }

  private final String words;
  private final Lane lane;
  private final int inFiveMinutes;
  private final List<String> targets;

  FaultKind(String words, Lane lane, int inFiveMinutes, ServiceKind kind) {
    this(words, lane, inFiveMinutes, kind.instances());
  }

  FaultKind(String words, Lane lane, int inFiveMinutes, List<String> targets) {
    this.words = words;
    this.lane = lane;
    this.inFiveMinutes = inFiveMinutes;
    this.targets = targets;
  }

  public String words() {
    return words;
  }

  Lane lane() {
    return lane;
  }

  int inFiveMinutes() {
    return inFiveMinutes;
  }

  List<String> targets() {
    return targets;
  }

  private static List<String> everyService() {
    return Arrays.stream(ServiceKind.values()).flatMap(kind -> kind.instances().stream()).toList();
  }

  private static List<String> kinds() {
    return Arrays.stream(ServiceKind.values()).map(ServiceKind::name).toList();
  }

  private static List<String> networkFaults() {
    return Stream.of(OrderedFaults.Fault.values()).map(Enum::name).toList();
  }
}
