package io.openvpos.sandbox.network;

import io.openvpos.sandbox.network.Iso8583Codec.Named;
import io.openvpos.sandbox.network.Iso8583Codec.Received;
import io.openvpos.sandbox.network.NetworkDesk.Decided;
import io.openvpos.sandbox.network.NetworkFaults.Delivery;
import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.zip.CRC32;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// One acquirer's line: frames of a two-byte length and a message. Requests are decided as they
/// come in; an answer leaves when its decision says so, so answers may overtake each other.
final class NetworkConnection implements Runnable {

  private static final Logger LOG = LoggerFactory.getLogger(NetworkConnection.class);
  private static final byte[] GARBAGE =
      "9999 this is no message".getBytes(StandardCharsets.US_ASCII);
  private static final int STANS = 1_000_000;

  private final Socket socket;
  private final int number;
  private final Iso8583Codec codec;
  private final NetworkDesk desk;
  private final NetworkFaults faults;
  private final Consumer<Runnable> later;

  /// @param later runs an answer after the late-answer delay
  NetworkConnection(
      Socket socket,
      int number,
      Iso8583Codec codec,
      NetworkDesk desk,
      NetworkFaults faults,
      Consumer<Runnable> later) {
    this.socket = socket;
    this.number = number;
    this.codec = codec;
    this.desk = desk;
    this.faults = faults;
    this.later = later;
  }

  @Override
  public void run() {
    try (socket) {
      socket.setTcpNoDelay(true);
      DataInputStream input = new DataInputStream(new BufferedInputStream(socket.getInputStream()));
      while (true) {
        byte[] frame = new byte[input.readUnsignedShort()];
        input.readFully(frame);
        Optional<Received> received = codec.parse(frame, number);
        if (received.isEmpty()) {
          LOG.warn("Connection {} sent what is no message of the dialect; it is closed.", number);
          return;
        }
        handle(received.get());
      }
    } catch (EOFException e) {
      LOG.debug("Connection {} ended.", number);
    } catch (IOException e) {
      LOG.debug("Connection {} broke: {}", number, e.toString());
    }
  }

  private void handle(Received received) throws IOException {
    NetworkMessage message = received.message();
    if (!faults.arrives(message.mti(), message.rrn())) {
      return;
    }
    Decided decided = desk.decide(message);
    Delivery delivery = faults.delivery(decided.logged());
    switch (decided.decision().timing()) {
      case AT_ONCE -> deliver(received, decided, delivery);
      case LATE -> later.accept(() -> deliverLate(received, decided, delivery));
      case NEVER -> LOG.debug("RRN {} is approved and never answered.", message.rrn());
    }
  }

  private void deliverLate(Received received, Decided decided, Delivery delivery) {
    try {
      deliver(received, decided, delivery);
    } catch (IOException e) {
      LOG.debug("A late answer found connection {} closed.", number);
    }
  }

  private void deliver(Received received, Decided decided, Delivery delivery) throws IOException {
    byte[] answer = answer(received, decided, received.message().stan());
    switch (delivery) {
      case NORMAL -> send(answer);
      case SILENT -> LOG.debug("An answer is withheld.");
      case DROPPED -> socket.close();
      case GARBAGE -> send(GARBAGE);
      case DUPLICATE -> {
        send(answer);
        send(answer);
      }
      case OTHER_STAN -> send(answer(received, decided, otherStan(received.message().stan())));
      case LATE -> later.accept(() -> deliverLate(received, decided, Delivery.NORMAL));
    }
  }

  private byte[] answer(Received received, Decided decided, String stan) {
    return codec.answer(
        received, decided.decision().responseCode(), approval(received, decided.logged()), stan);
  }

  /// The network names every payment that is made with a kept card, or to keep one.
  private static @Nullable Named approval(Received received, NetworkRecord logged) {
    if (!logged.isApproval()) {
      return null;
    }
    NetworkMessage message = received.message();
    return new Named(
        authorizationCode(logged),
        message.additional().containsKey("COF")
            ? KeptCardRules.transactionId(message.rrn(), message.pan())
            : null,
        message.isInquiry() ? PointsBook.amounts(message) : "");
  }

  private static String authorizationCode(NetworkRecord logged) {
    CRC32 digest = new CRC32();
    digest.update((logged.rrn() + logged.stan()).getBytes(StandardCharsets.US_ASCII));
    return String.format(Locale.ROOT, "%06d", digest.getValue() % STANS);
  }

  private static String otherStan(String stan) {
    return String.format(Locale.ROOT, "%06d", (Integer.parseInt(stan) + 1) % STANS);
  }

  private synchronized void send(byte[] message) throws IOException {
    socket
        .getOutputStream()
        .write(
            ByteBuffer.allocate(2 + message.length)
                .putShort((short) message.length)
                .put(message)
                .array());
  }

  void close() {
    try {
      socket.close();
    } catch (IOException e) {
      LOG.debug("Connection {} was closed already.", number);
    }
  }
}
