package io.openvpos.authorization.issuer.iso8583;

import com.solab.iso8583.IsoMessage;
import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BiConsumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// One live socket: a thread that writes, a thread that reads, and the exchanges that wait. It ends
/// with the first failure or garbage and never comes back; what waits then is told at once.
final class Session implements AutoCloseable {

  private static final Logger LOGGER = LoggerFactory.getLogger(Session.class);

  private final String name;
  private final Socket socket;
  private final Dialect dialect;
  private final Clock clock;
  private final BiConsumer<Session, IsoMessage> unmatched;
  private final Map<String, Exchange> waiting = new ConcurrentHashMap<>();
  private final BlockingQueue<Exchange> outgoing = new LinkedBlockingQueue<>();
  private final AtomicBoolean closed = new AtomicBoolean();
  private final Semaphore doubts = new Semaphore(0);
  private volatile long heardAt = System.nanoTime();

  /// @param unmatched takes every message that nobody waits for
  Session(
      String name,
      Socket socket,
      Dialect dialect,
      Clock clock,
      BiConsumer<Session, IsoMessage> unmatched) {
    this.name = name;
    this.socket = socket;
    this.dialect = dialect;
    this.clock = clock;
    this.unmatched = unmatched;
  }

  void start() {
    Thread.ofVirtual().name(name + "-writer").start(this::write);
    Thread.ofVirtual().name(name + "-reader").start(this::read);
  }

  /// Sends a message and waits for its answer until its deadline. Silence on the whole connection
  /// since it was sent raises a doubt.
  Exchange.Result exchange(Exchange exchange) {
    if (waiting.putIfAbsent(exchange.stan(), exchange) != null) {
      throw new IllegalStateException("trace number " + exchange.stan() + " is in flight");
    }
    long before = System.nanoTime();
    post(exchange);
    Exchange.Result result = exchange.await(nanosUntil(exchange.deadline()));
    if (result instanceof Exchange.Silence && !waiting.remove(exchange.stan(), exchange)) {
      // The reader took it at this very moment: the answer is on its way to us.
      return exchange.await(nanosUntil(exchange.deadline()) + TimeUnit.SECONDS.toNanos(1));
    }
    waiting.remove(exchange.stan(), exchange);
    if (result instanceof Exchange.Silence && heardAt - before < 0) {
      doubts.release();
    }
    return result;
  }

  /// Sends a message that nobody answers.
  void post(Exchange exchange) {
    outgoing.add(exchange);
    if (isClosed()) {
      // The writer may have looked for the last time before this came.
      exchange.disconnected();
    }
  }

  boolean isClosed() {
    return closed.get();
  }

  /// Returns true as soon as there is a reason to doubt that the other side is there, which the end
  /// of the session is too.
  boolean awaitDoubt(Duration atMost) throws InterruptedException {
    boolean doubted = doubts.tryAcquire(atMost.toNanos(), TimeUnit.NANOSECONDS);
    doubts.drainPermits();
    return doubted || isClosed();
  }

  /// How long nothing has come in.
  Duration silence() {
    return Duration.ofNanos(System.nanoTime() - heardAt);
  }

  @Override
  public void close() {
    closed.set(true);
    doubts.release();
    try {
      socket.close();
    } catch (IOException e) {
      LOGGER.debug("{} did not close cleanly", name, e);
    }
    waiting.forEach((stan, exchange) -> {
      if (waiting.remove(stan, exchange)) {
        exchange.disconnected();
      }
    });
    Exchange unsent = outgoing.poll();
    while (unsent != null) {
      unsent.disconnected();
      unsent = outgoing.poll();
    }
  }

  private void write() {
    try (this) {
      OutputStream out = socket.getOutputStream();
      while (!isClosed()) {
        Exchange next = outgoing.poll(1, TimeUnit.SECONDS);
        if (next != null && next.startSending(clock.instant())) {
          out.write(next.frame());
        }
      }
    } catch (IOException e) {
      ended(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void read() {
    try (this) {
      DataInputStream in = new DataInputStream(new BufferedInputStream(socket.getInputStream()));
      while (!isClosed()) {
        IsoMessage message = dialect.read(Frames.read(in));
        heardAt = System.nanoTime();
        dispatch(message);
      }
    } catch (IOException e) {
      ended(e);
    }
  }

  private void dispatch(IsoMessage message) {
    String stan = Dialect.get(message, 11).orElse("");
    Exchange exchange = waiting.get(stan);
    if (exchange != null && exchange.isAnsweredBy(message) && waiting.remove(stan, exchange)) {
      exchange.answer(message);
    } else {
      unmatched.accept(this, message);
    }
  }

  private void ended(IOException cause) {
    if (!isClosed()) {
      LOGGER.warn("{} has ended: {}", name, cause.toString());
    }
  }

  private long nanosUntil(Instant deadline) {
    return Math.max(0, Duration.between(clock.instant(), deadline).toNanos());
  }
}
