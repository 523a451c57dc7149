package io.openvpos.sandbox.network;

import io.openvpos.sandbox.process.ListenAddress;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The simulated card network on a TCP port of 127.0.0.1. `docs/card-network.md` describes the
/// dialect, the cards and the faults.
public final class CardNetworkSimulator implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(CardNetworkSimulator.class);
  private static final String HOST = "127.0.0.1";
  private static final int BACKLOG = 64;

  /// The delay of late answers, beyond the patience of the sandbox's acquirer.
  public static final Duration LATE_ANSWER = Duration.ofSeconds(4);

  /// What a simulator is started with.
  ///
  /// @param port the port to listen on; 0 takes a free one
  /// @param log the log file, kept over restarts
  /// @param lateAnswer how late the late answers are
  public record Settings(int port, Path log, Duration lateAnswer) {}

  private final Iso8583Codec codec = new Iso8583Codec();
  private final NetworkDesk desk;
  private final NetworkFaults faults;
  private final Settings settings;
  private final ServerSocket listener;
  private final Set<NetworkConnection> connections = ConcurrentHashMap.newKeySet();
  private final ScheduledExecutorService lateAnswers =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().name("network-late-answers").daemon().factory());

  private CardNetworkSimulator(Settings settings, Clock clock, NetworkFaults faults) {
    this.settings = settings;
    this.faults = faults;
    this.desk = new NetworkDesk(settings.log(), clock);
    this.listener = listen(settings.port());
  }

  /// Starts a simulator with the usual lateness and without faults of the line.
  public static CardNetworkSimulator start(Path log, int port) {
    return start(new Settings(port, log, LATE_ANSWER), Clock.systemUTC());
  }

  /// Starts a simulator without faults of the line.
  public static CardNetworkSimulator start(Settings settings, Clock clock) {
    return start(settings, clock, NetworkFaults.NONE);
  }

  /// Starts a simulator; it accepts connections when this returns.
  public static CardNetworkSimulator start(Settings settings, Clock clock, NetworkFaults faults) {
    CardNetworkSimulator simulator = new CardNetworkSimulator(settings, clock, faults);
    Thread.ofPlatform().name("network-listener").daemon().start(simulator::accept);
    return simulator;
  }

  private static ServerSocket listen(int port) {
    try {
      ServerSocket socket = new ServerSocket();
      socket.setReuseAddress(true);
      socket.bind(new InetSocketAddress(ListenAddress.get(), port), BACKLOG);
      return socket;
    } catch (IOException e) {
      throw new UncheckedIOException("The network cannot listen on port " + port, e);
    }
  }

  private void accept() {
    int number = 0;
    while (!listener.isClosed()) {
      try {
        Socket socket = listener.accept();
        number++;
        NetworkConnection connection =
            new NetworkConnection(socket, number, codec, desk, faults, this::later);
        connections.add(connection);
        Thread.ofVirtual()
            .name("network-connection-", number)
            .start(() -> {
              connection.run();
              connections.remove(connection);
            });
      } catch (IOException e) {
        LOG.debug("The network accepts no more: {}", e.toString());
      }
    }
  }

  private void later(Runnable answer) {
    Future<?> _ =
        lateAnswers.schedule(answer, settings.lateAnswer().toMillis(), TimeUnit.MILLISECONDS);
  }

  /// The address acquirers connect to.
  public String host() {
    return HOST;
  }

  /// The port acquirers connect to.
  public int port() {
    return listener.getLocalPort();
  }

  /// The log file, for [NetworkLog#read].
  public Path log() {
    return settings.log();
  }

  @Override
  public void close() {
    try {
      listener.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    lateAnswers.shutdownNow();
    connections.forEach(NetworkConnection::close);
    desk.close();
  }
}
