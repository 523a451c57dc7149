package io.openvpos.authorization.issuer.iso8583;

import com.solab.iso8583.IsoMessage;
import io.openvpos.authorization.issuer.IssuerSettings;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// One persistent connection: opens sessions, signs on, tests one with an echo when it is quiet or
/// a request went unanswered in a silence, and opens the next one when it has ended, with growing
/// pauses. So a network that hangs carries no more requests once an echo's time is over too.
final class Link implements AutoCloseable {

  private static final Logger LOGGER = LoggerFactory.getLogger(Link.class);
  private static final Duration FIRST_PAUSE = Duration.ofMillis(100);
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);

  private final String name;
  private final IssuerSettings settings;
  private final Dialect dialect;
  private final RequestMessages messages;
  private final Clock clock;
  private final Consumer<IsoMessage> unmatched;
  private final TraceNumbers traceNumbers = new TraceNumbers();
  private final CountDownLatch stopping = new CountDownLatch(1);
  private volatile @Nullable Session signedOn;

  /// @param unmatched takes every answer that nobody waits for
  Link(
      String name,
      IssuerSettings settings,
      Dialect dialect,
      Clock clock,
      Consumer<IsoMessage> unmatched) {
    this.name = name;
    this.settings = settings;
    this.dialect = dialect;
    this.clock = clock;
    this.unmatched = unmatched;
    messages = new RequestMessages(dialect, settings.acquirerId());
  }

  void start() {
    Thread.ofVirtual().name(name).start(this::run);
  }

  String name() {
    return name;
  }

  TraceNumbers traceNumbers() {
    return traceNumbers;
  }

  /// The session that requests may use now.
  Optional<Session> session() {
    return Optional.ofNullable(signedOn).filter(session -> !session.isClosed());
  }

  @Override
  public void close() {
    stopping.countDown();
    session().ifPresent(Session::close);
  }

  private void run() {
    Duration pause = FIRST_PAUSE;
    try {
      while (!isStopping()) {
        pause = serveOneSession() ? FIRST_PAUSE : longer(pause);
        boolean _ = stopping.await(pause.toMillis(), TimeUnit.MILLISECONDS);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /// True if it signed on; returns once the session has ended.
  private boolean serveOneSession() throws InterruptedException {
    try (Session session = open()) {
      session.start();
      if (!ask(session, RequestMessages.SIGN_ON)) {
        LOGGER.warn("{}: the network did not accept the sign-on", name);
        return false;
      }
      LOGGER.info("{} is signed on", name);
      signedOn = session;
      watch(session);
      return true;
    } catch (IOException e) {
      LOGGER.warn("{}: no connection: {}", name, e.toString());
      return false;
    } finally {
      signedOn = null;
    }
  }

  private void watch(Session session) throws InterruptedException {
    while (!isStopping() && !session.isClosed()) {
      boolean doubted = session.awaitDoubt(settings.echoAfter());
      boolean quiet = session.silence().compareTo(settings.echoAfter()) >= 0;
      if ((doubted || quiet) && !session.isClosed() && !ask(session, RequestMessages.ECHO)) {
        LOGGER.warn("{} does not answer an echo", name);
        return;
      }
    }
  }

  private boolean ask(Session session, String function) {
    String stan = traceNumbers.take();
    try {
      Instant now = clock.instant();
      IsoMessage message = messages.network(function, stan, now);
      Exchange.Result result =
          session.exchange(
              new Exchange(
                  message, Dialect.NETWORK_ANSWER, stan, "", now.plus(settings.answerTimeout())));
      return result instanceof Exchange.Answered(var answer)
          && Dialect.get(answer, 39).filter(Dialect.APPROVED::equals).isPresent();
    } finally {
      traceNumbers.release(stan);
    }
  }

  private Session open() throws IOException {
    Socket socket = settings.tls() ? SSLSocketFactory.getDefault().createSocket() : new Socket();
    try {
      if (socket instanceof SSLSocket secured) {
        SSLParameters parameters = secured.getSSLParameters();
        parameters.setEndpointIdentificationAlgorithm("HTTPS");
        secured.setSSLParameters(parameters);
      }
      socket.setTcpNoDelay(true);
      socket.setKeepAlive(true);
      socket.connect(
          new InetSocketAddress(settings.host(), settings.port()),
          (int) settings.connectTimeout().toMillis());
    } catch (IOException e) {
      socket.close();
      throw e;
    }
    return new Session(name, socket, dialect, clock, this::unmatched);
  }

  private void unmatched(Session session, IsoMessage message) {
    if (message.getType() == Dialect.NETWORK) {
      session.post(
          new Exchange(
              messages.networkAnswer(message),
              0,
              "",
              "",
              clock.instant().plus(settings.answerTimeout())));
    } else {
      unmatched.accept(message);
    }
  }

  private boolean isStopping() {
    return stopping.getCount() == 0;
  }

  private static Duration longer(Duration pause) {
    Duration doubled = pause.multipliedBy(2);
    return doubled.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : doubled;
  }
}
