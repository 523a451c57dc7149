package io.openvpos.sandbox.chaos.process;

import io.openvpos.sandbox.process.FreePorts;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// A line that can be cut: it passes on bytes between whoever connects to its port and the first of
/// its servers that accepts.
public final class Relay implements AutoCloseable {

  private static final Logger LOGGER = LoggerFactory.getLogger(Relay.class);
  private static final InetAddress HOST = InetAddress.ofLiteral("127.0.0.1");
  private static final int BUFFER = 64 << 10;

  private enum Mode {
    FORWARD,
    HELD,
    REPLIES_LOST
  }

  private enum Direction {
    REQUESTS,
    REPLIES
  }

  /// A connection and what has become of it.
  ///
  /// @param deaf set once an answer was lost: the answers behind it are lost too until it is cut,
  ///   because no connection leaves a piece out and goes on
  private record Line(Socket client, Socket server, AtomicBoolean deaf) {}

  private final String name;
  private final List<Integer> servers;
  private final ServerSocket listener;
  private final Set<Line> lines = ConcurrentHashMap.newKeySet();
  private final AtomicInteger disturbed = new AtomicInteger();
  private volatile Mode mode = Mode.FORWARD;

  /// Listens on a port of its own from now on.
  Relay(String name, List<Integer> servers) {
    this.name = name;
    this.servers = List.copyOf(servers);
    try {
      listener = new ServerSocket();
      listener.setReuseAddress(true);
      listener.bind(new InetSocketAddress(HOST, FreePorts.take()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Thread.ofPlatform().name("relay-" + name).daemon().start(this::accept);
  }

  public String name() {
    return name;
  }

  int port() {
    return listener.getLocalPort();
  }

  /// Closes every connection, both ends of it; how many there were.
  public int cut() {
    int cut = 0;
    for (Line line : List.copyOf(lines)) {
      if (lines.remove(line)) {
        close(line);
        cut++;
      }
    }
    return cut;
  }

  /// For a while nothing gets through, and then everything does; how much was held up.
  public int hold(Duration length) {
    return disturb(Mode.HELD, length);
  }

  /// For a while requests get through and no answer does, and then every connection is cut: what
  /// was done nobody was told. How many pieces of answers were lost.
  public int loseReplies(Duration length) {
    int lost = disturb(Mode.REPLIES_LOST, length);
    cut();
    return lost;
  }

  /// Whether something is being done to what passes.
  boolean isDisturbed() {
    return mode != Mode.FORWARD;
  }

  private int disturb(Mode how, Duration length) {
    int before = disturbed.get();
    mode = how;
    try {
      Waiting.pause(length);
    } finally {
      mode = Mode.FORWARD;
    }
    return disturbed.get() - before;
  }

  private void accept() {
    while (!listener.isClosed()) {
      try {
        Socket client = listener.accept();
        Thread.ofVirtual().start(() -> connect(client));
      } catch (IOException e) {
        LOGGER.debug("relay {} accepts no more: {}", name, e.toString());
      }
    }
  }

  private void connect(Socket client) {
    for (int port : servers) {
      try {
        Line line = new Line(client, new Socket(HOST, port), new AtomicBoolean());
        client.setTcpNoDelay(true);
        line.server().setTcpNoDelay(true);
        lines.add(line);
        Thread.ofVirtual().start(() -> pump(line, Direction.REQUESTS));
        Thread.ofVirtual().start(() -> pump(line, Direction.REPLIES));
        return;
      } catch (IOException e) {
        LOGGER.debug("relay {} finds nobody on {}: {}", name, port, e.toString());
      }
    }
    close(client);
  }

  private void pump(Line line, Direction direction) {
    Socket from = direction == Direction.REQUESTS ? line.client() : line.server();
    Socket to = direction == Direction.REQUESTS ? line.server() : line.client();
    try (InputStream input = from.getInputStream();
        OutputStream output = to.getOutputStream()) {
      byte[] buffer = new byte[BUFFER];
      for (int read = input.read(buffer); read >= 0; read = input.read(buffer)) {
        if (passes(line, direction)) {
          output.write(buffer, 0, read);
        }
      }
    } catch (IOException e) {
      LOGGER.debug("relay {} lost a connection: {}", name, e.toString());
    } finally {
      lines.remove(line);
      close(line);
    }
  }

  private boolean passes(Line line, Direction direction) {
    if (mode == Mode.HELD) {
      disturbed.incrementAndGet();
      while (mode == Mode.HELD) {
        Waiting.pause(Duration.ofMillis(10));
      }
    }
    if (direction == Direction.REQUESTS) {
      return true;
    }
    if (mode == Mode.REPLIES_LOST) {
      line.deaf().set(true);
      disturbed.incrementAndGet();
    }
    return !line.deaf().get();
  }

  private static void close(Line line) {
    close(line.client());
    close(line.server());
  }

  private static void close(Socket socket) {
    try {
      socket.close();
    } catch (IOException e) {
      LOGGER.debug("closed already: {}", e.toString());
    }
  }

  @Override
  public void close() {
    try {
      listener.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    cut();
  }
}
