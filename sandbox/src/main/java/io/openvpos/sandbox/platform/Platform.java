package io.openvpos.sandbox.platform;

import io.openvpos.authorization.AuthorizationApplication;
import io.openvpos.fraud.FraudApplication;
import io.openvpos.merchant.MerchantApplication;
import io.openvpos.sandbox.client.Api;
import io.openvpos.sandbox.process.FreePorts;
import io.openvpos.sandbox.verify.Evidence;
import io.openvpos.settlement.SettlementApplication;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.slf4j.LoggerFactory;
import org.springframework.context.ConfigurableApplicationContext;

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
  private final List<ConfigurableApplicationContext> services;

  private Platform(ServiceArguments arguments, List<ConfigurableApplicationContext> services) {
    this.data = arguments.data();
    this.ground = arguments.ground();
    this.endpoints = arguments.ports().endpoints();
    this.credentials = arguments.credentials();
    this.arguments = arguments;
    this.services = services;
  }

  /// Starts everything and returns once each service says it is ready.
  ///
  /// @param data the folder of all data; kept data opens as it was left
  /// @param extra settings for every service, over what is set here
  public static Platform start(Path data, Ports ports, Map<String, String> extra) {
    // Four contexts in one JVM would each set logging up again; logback.xml says it once.
    System.setProperty("org.springframework.boot.logging.LoggingSystem", "none");
    // Logging itself is set up by the first thread that asks, before there are many.
    LoggerFactory.getLogger(Platform.class).info("starting in {}", data);
    Ground ground = Ground.start(data, ServiceArguments.answerTimeout(extra).multipliedBy(2));
    DemoCredentials credentials = DemoCredentials.open(data.resolve("credentials.json"));
    try {
      ServiceArguments arguments = new ServiceArguments(data, ground, ports, credentials, extra);
      List<ConfigurableApplicationContext> services = startServices(arguments);
      Api.awaitReady(ports.endpoints());
      Platform platform = new Platform(arguments, services);
      KeptFile.write(data.resolve("evidence.json"), platform.evidence().toJson());
      return platform;
    } catch (RuntimeException e) {
      ground.close();
      throw e;
    }
  }

  public Path data() {
    return data;
  }

  public Ground ground() {
    return ground;
  }

  public Endpoints endpoints() {
    return endpoints;
  }

  public DemoCredentials credentials() {
    return credentials;
  }

  /// Where [io.openvpos.sandbox.verify.Verify] finds everything.
  public Evidence evidence() {
    return new Evidence(
        ground.store().connectionString(),
        ground.broker().bootstrapServers(),
        ground.registry().url(),
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
    services.add(AuthorizationApplication.start(arguments.authorization(port)));
    String base = Ports.url(port);
    Api.awaitReady(base);
    return base;
  }

  /// Risk falls silent, as when every instance of fraud-service is down.
  public void stopFraud() {
    services.get(FRAUD).close();
  }

  @Override
  public void close() {
    services.reversed().forEach(ConfigurableApplicationContext::close);
    ground.close();
  }

  private static List<ConfigurableApplicationContext> startServices(ServiceArguments arguments) {
    List<Callable<ConfigurableApplicationContext>> starts =
        List.of(
            () -> SettlementApplication.start(arguments.settlement()),
            () -> MerchantApplication.start(arguments.merchant()),
            () -> FraudApplication.start(arguments.fraud()),
            () -> AuthorizationApplication.start(arguments.authorization(arguments.ports().authorization())));
    List<ConfigurableApplicationContext> started = new ArrayList<>();
    try (ExecutorService side = Executors.newFixedThreadPool(starts.size())) {
      List<Future<ConfigurableApplicationContext>> starting = side.invokeAll(starts);
      for (Future<ConfigurableApplicationContext> service : starting) {
        started.add(service.get());
      }
      return started;
    } catch (ExecutionException e) {
      started.forEach(ConfigurableApplicationContext::close);
      throw new IllegalStateException("a service did not start", e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while the services start", e);
    }
  }
}
