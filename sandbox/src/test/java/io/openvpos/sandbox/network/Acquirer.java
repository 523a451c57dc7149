package io.openvpos.sandbox.network;

import com.solab.iso8583.IsoMessage;
import com.solab.iso8583.IsoType;
import com.solab.iso8583.MessageFactory;
import java.io.DataInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/// A small acquirer: builds messages with j8583, sends them and reads whatever comes.
final class Acquirer implements AutoCloseable {

  static final String VISA = "4155650100416111";
  private static final int PATIENCE_MILLIS = 60_000;

  private final MessageFactory<IsoMessage> factory = new MessageFactory<>();
  private final Socket socket;
  private final DataInputStream input;

  Acquirer(int port) throws IOException {
    factory.setCharacterEncoding("US-ASCII");
    factory.setConfigPath("card-network-iso8583.xml");
    socket = new Socket(InetAddress.ofLiteral("127.0.0.1"), port);
    socket.setSoTimeout(PATIENCE_MILLIS);
    input = new DataInputStream(socket.getInputStream());
  }

  IsoMessage authorization(int stan, String rrn, String pan, long amount) {
    return financial(0x100, "000000", stan, rrn, pan, amount);
  }

  IsoMessage refund(int stan, String rrn, String pan, long amount) {
    return financial(0x200, "200000", stan, rrn, pan, amount);
  }

  private IsoMessage financial(
      int mti, String processingCode, int stan, String rrn, String pan, long amount) {
    return message(mti, stan)
        .setValue(2, pan, IsoType.LLVAR, 0)
        .setValue(3, processingCode, IsoType.NUMERIC, 6)
        .setValue(4, Long.toString(amount), IsoType.NUMERIC, 12)
        .setValue(14, "3012", IsoType.NUMERIC, 4)
        .setValue(18, "5411", IsoType.NUMERIC, 4)
        .setValue(22, "010", IsoType.NUMERIC, 3)
        .setValue(25, "59", IsoType.NUMERIC, 2)
        .setValue(32, "123456", IsoType.LLVAR, 0)
        .setValue(37, rrn, IsoType.ALPHA, 12)
        .setValue(41, "TERM0001", IsoType.ALPHA, 8)
        .setValue(42, "MERCHANT01", IsoType.ALPHA, 15)
        .setValue(48, "INST=03;CVC=987", IsoType.LLLVAR, 0)
        .setValue(49, "949", IsoType.NUMERIC, 3);
  }

  /// An advice that leaves `remaining` of an authorization.
  IsoMessage advice(int mti, int stan, String rrn, int originalStan, long remaining) {
    String original =
        "0100" + digits(6, originalStan) + "1123142233" + "00000123456" + "00000000000";
    return financial(mti, "000000", stan, rrn, VISA, 12_990)
        .setValue(90, original, IsoType.NUMERIC, 42)
        .setValue(95, digits(12, remaining) + "0".repeat(30), IsoType.ALPHA, 42);
  }

  IsoMessage management(int stan, String code) {
    return message(0x800, stan).setValue(70, code, IsoType.NUMERIC, 3);
  }

  private IsoMessage message(int mti, int stan) {
    return factory
        .newMessage(mti)
        .setValue(7, "1123142233", IsoType.NUMERIC, 10)
        .setValue(11, digits(6, stan), IsoType.NUMERIC, 6)
        .setValue(12, "142233", IsoType.NUMERIC, 6)
        .setValue(13, "1123", IsoType.NUMERIC, 4);
  }

  private static String digits(int length, long value) {
    return String.format(Locale.ROOT, "%0" + length + "d", value);
  }

  void send(IsoMessage message) throws IOException {
    message.write(socket.getOutputStream(), 2);
  }

  void sendBytes(String text) throws IOException {
    byte[] bytes = text.getBytes(StandardCharsets.US_ASCII);
    socket.getOutputStream().write(new byte[] {0, (byte) bytes.length});
    socket.getOutputStream().write(bytes);
  }

  IsoMessage exchange(IsoMessage message) throws Exception {
    send(message);
    return receive();
  }

  IsoMessage receive() throws Exception {
    return factory.parseMessage(receiveBytes(), 0);
  }

  byte[] receiveBytes() throws IOException {
    byte[] bytes = new byte[input.readUnsignedShort()];
    input.readFully(bytes);
    return bytes;
  }

  boolean isClosedByNetwork() throws IOException {
    return input.read() == -1;
  }

  static String text(IsoMessage message, int field) {
    Object value = message.getObjectValue(field);
    return value == null ? "" : value.toString().strip();
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
