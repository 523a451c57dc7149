package io.openvpos.sandbox.chaos.process;

import io.openvpos.sandbox.bank.BankMain;
import io.openvpos.sandbox.broker.EmbeddedBrokerMain;
import io.openvpos.sandbox.client.Api;
import io.openvpos.sandbox.client.NoAnswerException;
import io.openvpos.sandbox.network.CardNetworkMain;
import io.openvpos.sandbox.platform.DemoCredentials;
import io.openvpos.sandbox.platform.Endpoints;
import io.openvpos.sandbox.process.FreePorts;
import io.openvpos.sandbox.registry.EmbeddedRegistryMain;
import io.openvpos.sandbox.store.EmbeddedStoreMain;
import io.openvpos.sandbox.threeds.ThreeDSecureSimulator;
import io.openvpos.sandbox.verify.Evidence;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.BooleanSupplier;

/// All processes of the platform and the lines between them: broker, store, registry, card network
/// and bank, and two instances of each service; the card schemes' 3-D Secure is in this process.
/// Every port stays the same for the whole run.
public final class Landscape implements AutoCloseable {

  public static final String BROKER = "broker";
  public static final String STORE = "store";
  public static final String REGISTRY = "registry";
  public static final String NETWORK = "network";
  public static final String BANK = "bank";

  private static final Duration GROUND_WITHIN = Duration.ofMinutes(3);
  private static final Duration SERVICES_WITHIN = Duration.ofMinutes(10);
  private static final Duration READINESS_WITHIN = Duration.ofSeconds(2);
  private static final String SCHEMES_SECRET = "the schemes of a chaos run";
  private static final String EDGE = "edge";
  private static final int SERVICE_HEAP = 256;
  private static final int SIMULATOR_HEAP = 96;

  private final Path data;
  private final DemoCredentials credentials;
  private final Map<String, Integer> ports = new LinkedHashMap<>();
  private final Map<String, Child> children = new LinkedHashMap<>();
  private final Map<String, Relay> relays = new LinkedHashMap<>();
  private final int networkFaultPort = FreePorts.take();
  private final ThreeDSecureSimulator schemes = ThreeDSecureSimulator.start(0, SCHEMES_SECRET);
  private int revived;

  public Landscape(Path data) {
    this.data = data.toAbsolutePath();
    this.credentials = DemoCredentials.open(this.data.resolve("credentials.json"));
    List.of(BROKER, STORE, REGISTRY, NETWORK, BANK)
        .forEach(name -> ports.put(name, FreePorts.take()));
    for (ServiceKind kind : ServiceKind.values()) {
      kind.instances().forEach(name -> ports.put(name, FreePorts.take()));
    }
    relay(BROKER, List.of(port(BROKER)));
    relay("keys", ServiceKind.MERCHANT.instances().stream().map(this::port).toList());
    relay(EDGE, ServiceKind.AUTHORIZATION.instances().stream().map(this::port).toList());
    addGround();
    addServices();
  }

  /// Starts everything and returns once all of it serves. One instance of each service comes after
  /// the other: eight cold JVMs at once would leave the ground no processor time to answer them.
  public void start() {
    start(ground(), GROUND_WITHIN);
    for (int index = 0; index < ServiceKind.INSTANCES; index++) {
      int turn = index;
      start(
          Arrays.stream(ServiceKind.values()).map(kind -> child(kind.instance(turn))).toList(),
          SERVICES_WITHIN);
    }
  }

  private void start(List<Child> parts, Duration limit) {
    parts.forEach(Child::start);
    awaitReady(parts, limit);
  }

  private void awaitReady(List<Child> parts, Duration limit) {
    if (!Waiting.until(limit, Duration.ofSeconds(1), () -> allReady(parts))) {
      throw new IllegalStateException(
          "not ready within " + limit + ": " + parts.stream().filter(one -> !one.ready()).toList());
    }
  }

  /// Whether all services are ready. One that ended by itself, because what it needs at its start
  /// was not there, is started again, as whatever runs containers does.
  public boolean servicesReady() {
    return allReady(services());
  }

  private boolean allReady(List<Child> parts) {
    for (Child part : parts) {
      if (!part.isAlive()) {
        part.start();
        revived++;
      }
    }
    return parts.stream().allMatch(Child::ready);
  }

  /// How often a part had ended by itself.
  public int revived() {
    return revived;
  }

  public DemoCredentials credentials() {
    return credentials;
  }

  /// A process by its name, such as `merchant-2`.
  public Child child(String name) {
    return Objects.requireNonNull(children.get(name), name);
  }

  /// The line of a service to the store by the service's name, or that of everybody to the broker.
  public Relay line(String name) {
    return Objects.requireNonNull(relays.get(name), name);
  }

  public List<Child> services() {
    return children.values().stream().filter(child -> !isGround(child)).toList();
  }

  private List<Child> ground() {
    return children.values().stream().filter(Landscape::isGround).toList();
  }

  private static boolean isGround(Child child) {
    return List.of(BROKER, STORE, REGISTRY, NETWORK, BANK).contains(child.name());
  }

  /// Base addresses of a service's instances.
  public List<String> urls(ServiceKind kind) {
    return kind.instances().stream().map(this::url).toList();
  }

  /// The first instance of each service.
  public Endpoints endpoints() {
    return new Endpoints(
        urls(ServiceKind.AUTHORIZATION).getFirst(),
        urls(ServiceKind.MERCHANT).getFirst(),
        urls(ServiceKind.SETTLEMENT).getFirst(),
        urls(ServiceKind.FRAUD).getFirst());
  }

  /// Where faults of the card network's line are ordered.
  public Api networkFaults() {
    return Api.of("http://127.0.0.1:" + networkFaultPort);
  }

  public Evidence evidence() {
    return new Evidence(
        "mongodb://127.0.0.1:" + port(STORE),
        "127.0.0.1:" + line(BROKER).port(),
        url(REGISTRY),
        networkLog(),
        data.resolve("logs"),
        bankLog());
  }

  private Path networkLog() {
    return data.resolve("card-network.log");
  }

  private Path bankLog() {
    return data.resolve("bank.log");
  }

  private void addGround() {
    ground(
        BROKER,
        EmbeddedBrokerMain.class,
        384,
        "--data=" + data.resolve(BROKER),
        "--controller-port=" + FreePorts.take(),
        "--advertised-port=" + line(BROKER).port());
    ground(STORE, EmbeddedStoreMain.class, 384, "--data=" + data.resolve(STORE));
    ground(
        REGISTRY, EmbeddedRegistryMain.class, SIMULATOR_HEAP, "--data=" + data.resolve(REGISTRY));
    ground(
        NETWORK,
        CardNetworkMain.class,
        SIMULATOR_HEAP,
        "--log=" + networkLog(),
        "--fault-port=" + networkFaultPort);
    ground(BANK, BankMain.class, SIMULATOR_HEAP, "--log=" + bankLog());
  }

  private void ground(String name, Class<?> main, int heap, String... own) {
    int port = port(name);
    List<String> arguments = new ArrayList<>(List.of(own));
    arguments.add("--port=" + port);
    add(new Child.Spec(name, main, heap, arguments, () -> accepts(port)));
  }

  private void addServices() {
    ServiceSettings settings =
        new ServiceSettings(
            data,
            "127.0.0.1:" + line(BROKER).port(),
            url(REGISTRY),
            url(BANK),
            port(NETWORK),
            "http://127.0.0.1:" + line("keys").port() + "/.well-known/jwks.json",
            new ServiceSettings.Schemes(
                "http://127.0.0.1:" + line(EDGE).port(), schemes.directoryUrl(), SCHEMES_SECRET),
            credentials);
    for (ServiceKind kind : ServiceKind.values()) {
      for (String name : kind.instances()) {
        Relay store = relay(name, List.of(port(STORE)));
        List<String> arguments = settings.of(kind, port(name), store.port());
        BooleanSupplier ready = () -> isReady(url(name));
        add(new Child.Spec(name, kind.main(), SERVICE_HEAP, arguments, ready));
      }
    }
  }

  private void add(Child.Spec spec) {
    children.put(spec.name(), new Child(spec, data.resolve("logs")));
  }

  private Relay relay(String name, List<Integer> servers) {
    Relay relay = new Relay(name, servers);
    relays.put(name, relay);
    return relay;
  }

  private int port(String name) {
    return Objects.requireNonNull(ports.get(name), name);
  }

  private String url(String name) {
    return "http://127.0.0.1:" + port(name);
  }

  private static boolean isReady(String url) {
    try {
      return Api.of(url).waiting(READINESS_WITHIN).get("/actuator/health/readiness").status()
          == 200;
    } catch (NoAnswerException e) {
      return false;
    }
  }

  private static boolean accepts(int port) {
    try (Socket _ = new Socket(InetAddress.ofLiteral("127.0.0.1"), port)) {
      return true;
    } catch (IOException e) {
      return false;
    }
  }

  /// Ends everything, services first.
  @Override
  public void close() {
    List<Child> all = new ArrayList<>(children.values()).reversed();
    all.stream().filter(Child::isAlive).forEach(Child::kill);
    relays.values().forEach(Relay::close);
    schemes.close();
  }
}
