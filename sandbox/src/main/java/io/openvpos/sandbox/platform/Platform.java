package io.openvpos.sandbox.platform;

import io.openvpos.sandbox.client.Api;
import io.openvpos.sandbox.network.OrderedFaults;
import io.openvpos.sandbox.network.clearing.Order;
import io.openvpos.sandbox.process.FreePorts;
import io.openvpos.sandbox.verify.Evidence;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.slf4j.LoggerFactory;

/// The four services in this JVM, on a [Ground]. Closing stops the services first, so that what
/// they hold is handed over in order.
public final class Platform implements AutoCloseable {

  /// The place of fraud-service in the order of the starts.
  private static final int FRAUD = 2;

  private final Path data;
  private final Ground ground;
  private final Endpoints endpoints;
  private final DemoCredentials credentials;
  private final ServiceArguments arguments;
  private final ServiceStart start;
  private final List<ServiceStart.Running> services = new ArrayList<>();

  private Platform(ServiceArguments arguments, ServiceStart start) {
    this.start = start;
    this.data = arguments.data();
    this.ground = arguments.ground();
    this.endpoints = arguments.ports().endpoints();
    this.credentials = arguments.credentials();
    this.arguments = arguments;
  }

  /// Starts everything in this JVM and returns once each service says it is ready.
  ///
  /// @param data the folder of all data; kept data opens as it was left
  /// @param extra settings for every service, over what is set here
  public static Platform start(Path data, Ports ports, Map<String, String> extra) {
    return start(data, ports, extra, EmbeddedServers::start);
  }

  /// The same on other servers, which are the platform's from then on.
  public static Platform start(
      Path data, Ports ports, Map<String, String> extra, Servers.Start servers) {
    return start(data, ports, extra, servers, ServiceStart.IN_THIS_PROCESS);
  }

  /// The same with services that run wherever `services` starts them.
  public static Platform start(
      Path data,
      Ports ports,
      Map<String, String> extra,
      Servers.Start servers,
      ServiceStart services) {
    // Four contexts in one JVM would each set logging up again; logback.xml says it once.
    System.setProperty("org.springframework.boot.logging.LoggingSystem", "none");
    // Logging itself is set up by the first thread that asks, before there are many.
    LoggerFactory.getLogger(Platform.class).info("starting in {}", data);
    Duration lateAnswer = ServiceArguments.answerTimeout(extra).multipliedBy(2);
    Ground ground = Ground.start(data, servers, lateAnswer);
    DemoCredentials credentials = DemoCredentials.open(data.resolve("credentials.json"));
    try {
      Platform platform =
          new Platform(new ServiceArguments(data, ground, ports, credentials, extra), services);
      platform.startServices();
      KeptFile.write(data.resolve("evidence.json"), platform.evidence().toJson());
      return platform;
    } catch (RuntimeException e) {
      ground.close();
      throw e;
    }
  }

  /// Starts the four services; returns once each says it is ready.
  public void startServices() {
    services.addAll(started());
    Api.awaitReady(endpoints);
  }

  /// Stops every service and leaves what they stand on.
  public void stopServices() {
    services.reversed().forEach(ServiceStart.Running::close);
    services.clear();
  }

  public Path data() {
    return data;
  }

  public Endpoints endpoints() {
    return endpoints;
  }

  public DemoCredentials credentials() {
    return credentials;
  }

  /// The two shops of the sandbox: on new data they apply for it and are taken on. The first one's
  /// site takes money from then on.
  public DemoMerchants demoMerchants() {
    DemoMerchants merchants =
        DemoMerchants.apply(
            data.resolve("merchants.json"), endpoints, credentials, ground.shop().url());
    openDemoShop(merchants.first().secretKey());
    return merchants;
  }

  /// The shop's site takes money from now on.
  ///
  /// @return where its visitors go
  public String openDemoShop(String secretKey) {
    ground.shop().takeMoney(endpoints.authorization(), secretKey);
    return demoShop();
  }

  /// Where visitors of that shop go, without a slash at its end.
  public String demoShop() {
    String url = ground.shop().plainUrl();
    return url.substring(0, url.length() - 1);
  }

  /// The address of a shop whose site passes the check.
  public String shopUrl() {
    return ground.shop().url();
  }

  /// Where the simulated bank answers.
  public String bankUrl() {
    return ground.bank().url();
  }

  /// Where [io.openvpos.sandbox.verify.Verify] finds everything.
  public Evidence evidence() {
    return new Evidence(
        ground.servers().mongoUri(),
        ground.servers().bootstrapServers(),
        ground.servers().registryUrl(),
        Ground.networkLog(data),
        data.resolve("logs"));
  }

  /// settlement-service as the acquirer's finance team, signed in anew.
  public Api settlementAsFinance() {
    String token =
        DemoMerchants.token(endpoints, credentials.financeEmail(), credentials.financePassword());
    return Api.of(endpoints.settlement()).as(token);
  }

  /// One more instance of authorization-service on the same store and broker, stopped with the
  /// platform. Returns its base address once it is ready.
  public String startAnotherEdge() {
    int port = FreePorts.take();
    services.add(start.start(Service.AUTHORIZATION, arguments.authorization(port)));
    String base = Ports.url(port);
    Api.awaitReady(base);
    return base;
  }

  /// Every service ends but settlement-service, so a day whose close is asked for goes no further.
  public void stopAllButSettlement() {
    for (ServiceStart.Running other : services.subList(1, services.size()).reversed()) {
      other.close();
    }
    services.subList(1, services.size()).clear();
  }

  /// Risk falls silent, as when every instance of fraud-service is down.
  public void stopFraud() {
    services.get(FRAUD).close();
  }

  /// Spoils the next message of the card network's line that the fault suits.
  public void spoil(OrderedFaults.Fault fault) {
    ground.faults().order(fault);
  }

  /// Has something in the card network's next clearing file.
  public void orderClearing(Order order) {
    ground.clearing().order(order);
  }

  /// The card network is gone: its connections end and no new one is taken.
  public void stopNetwork() {
    ground.network().close();
  }

  @Override
  public void close() {
    stopServices();
    ground.close();
  }

  private List<ServiceStart.Running> started() {
    List<Callable<ServiceStart.Running>> starts =
        List.of(
            () -> start.start(Service.SETTLEMENT, arguments.settlement()),
            () -> start.start(Service.MERCHANT, arguments.merchant()),
            () -> start.start(Service.FRAUD, arguments.fraud()),
            () ->
                start.start(
                    Service.AUTHORIZATION,
                    arguments.authorization(arguments.ports().authorization())));
    try (ExecutorService side = Executors.newFixedThreadPool(starts.size())) {
      List<Future<ServiceStart.Running>> starting = side.invokeAll(starts);
      List<ServiceStart.Running> started =
          starting.stream().filter(Platform::isUp).map(Future::resultNow).toList();
      starting.stream()
          .filter(service -> !isUp(service))
          .findFirst()
          .ifPresent(failed -> {
            started.forEach(ServiceStart.Running::close);
            throw new IllegalStateException("a service did not start", failed.exceptionNow());
          });
      return started;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while the services start", e);
    }
  }

  private static boolean isUp(Future<ServiceStart.Running> service) {
    return service.state() == Future.State.SUCCESS;
  }
}
