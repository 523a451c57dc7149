package io.openvpos.authorization.issuer.iso8583;

import com.solab.iso8583.IsoMessage;
import com.solab.iso8583.IsoType;
import com.solab.iso8583.MessageFactory;
import com.solab.iso8583.parse.FieldParseInfo;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BiConsumer;

/// The other side of the wire on a real socket, with a parse guide of its own. Network messages are
/// answered; what happens to the rest is up to the test.
final class IsoServer implements AutoCloseable {

  private final MessageFactory<IsoMessage> factory = factory();
  private final ServerSocket server;
  private final List<Socket> lines = new CopyOnWriteArrayList<>();
  final List<IsoMessage> received = new CopyOnWriteArrayList<>();
  final List<String> raw = new CopyOnWriteArrayList<>();
  volatile boolean answersNetworkMessages = true;
  volatile BiConsumer<IsoMessage, Line> behaviour = (request, line) -> line.answer(request, "00");

  IsoServer() {
    this(0);
  }

  IsoServer(int port) {
    try {
      server = new ServerSocket(port, 50, InetAddress.getLoopbackAddress());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Thread.ofVirtual().start(this::accept);
  }

  int port() {
    return server.getLocalPort();
  }

  long count(int type) {
    return received.stream().filter(message -> message.getType() == type).count();
  }

  /// What the test server does to one connection.
  final class Line {

    private final Socket socket;

    private Line(Socket socket) {
      this.socket = socket;
    }

    void answer(IsoMessage request, String code) {
      send(response(request, code));
    }

    IsoMessage response(IsoMessage request, String code) {
      IsoMessage answer = factory.newMessage(request.getType() / 16 * 16 + 16);
      answer.copyFieldsFrom(request, 3, 4, 7, 11, 12, 13, 32, 37, 41, 42, 49, 70, 90, 95);
      answer.setValue(39, code, IsoType.ALPHA, 2);
      if (code.equals("00")) {
        answer.setValue(38, "A12345", IsoType.ALPHA, 6);
      }
      return answer;
    }

    void send(IsoMessage message) {
      write(Frames.frame(message.writeData()));
    }

    synchronized void write(byte[] bytes) {
      try {
        socket.getOutputStream().write(bytes);
      } catch (IOException e) {
        // Closed by the test's end, or its own doing: nobody reads this answer any more. Thrown on
        // this thread it would fail whatever another test waits for.
        if (!socket.isClosed()) {
          throw new UncheckedIOException(e);
        }
      }
    }

    void drop() {
      closeQuietly(socket);
    }

    void echo() {
      IsoMessage message = factory.newMessage(0x0800);
      message.setValue(7, "0301100000", IsoType.NUMERIC, 10);
      message.setValue(11, "424242", IsoType.NUMERIC, 6);
      message.setValue(70, "301", IsoType.NUMERIC, 3);
      send(message);
    }
  }

  void dropAll() {
    lines.forEach(IsoServer::closeQuietly);
  }

  @Override
  public void close() {
    try {
      server.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    dropAll();
  }

  private void accept() {
    while (!server.isClosed()) {
      try {
        Socket socket = server.accept();
        lines.add(socket);
        Thread.ofVirtual().start(() -> serve(socket));
      } catch (IOException e) {
        return;
      }
    }
  }

  private void serve(Socket socket) {
    Line line = new Line(socket);
    try (socket) {
      DataInputStream in = new DataInputStream(socket.getInputStream());
      while (true) {
        byte[] body = Frames.read(in);
        raw.add(new String(body, StandardCharsets.US_ASCII));
        IsoMessage message = factory.parseMessage(body, 0);
        received.add(message);
        handle(message, line);
      }
    } catch (IOException e) {
      // The client has gone.
    } catch (ParseException e) {
      throw new IllegalStateException(e);
    }
  }

  private void handle(IsoMessage message, Line line) {
    switch (message.getType()) {
      case 0x0810 -> {}
      case 0x0800 -> {
        if (answersNetworkMessages) {
          line.answer(message, "00");
        }
      }
      default -> behaviour.accept(message, line);
    }
  }

  private static void closeQuietly(Socket socket) {
    try {
      socket.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static MessageFactory<IsoMessage> factory() {
    MessageFactory<IsoMessage> factory = new MessageFactory<>();
    factory.setCharacterEncoding("US-ASCII");
    for (int type : new int[] {0x0100, 0x0200, 0x0420, 0x0421, 0x0800, 0x0810}) {
      factory.setParseMap(type, guide());
    }
    return factory;
  }

  private static Map<Integer, FieldParseInfo> guide() {
    Map<Integer, FieldParseInfo> guide = new HashMap<>();
    int[][] numeric = {
      {3, 6}, {4, 12}, {7, 10}, {11, 6}, {12, 6}, {13, 4}, {14, 4}, {18, 4}, {22, 3}, {25, 2},
      {49, 3}, {70, 3}, {90, 42}
    };
    int[][] alpha = {{37, 12}, {38, 6}, {39, 2}, {41, 8}, {42, 15}, {95, 42}};
    for (int[] each : numeric) {
      guide.put(each[0], FieldParseInfo.getInstance(IsoType.ALPHA, each[1], "US-ASCII", true));
    }
    for (int[] each : alpha) {
      guide.put(each[0], FieldParseInfo.getInstance(IsoType.ALPHA, each[1], "US-ASCII", true));
    }
    guide.put(2, FieldParseInfo.getInstance(IsoType.LLVAR, 0, "US-ASCII", true));
    guide.put(32, FieldParseInfo.getInstance(IsoType.LLVAR, 0, "US-ASCII", true));
    guide.put(48, FieldParseInfo.getInstance(IsoType.LLLVAR, 0, "US-ASCII", true));
    return guide;
  }
}
