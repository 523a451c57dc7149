package io.openvpos.authorization.issuer.iso8583;

import com.solab.iso8583.IsoMessage;
import com.solab.iso8583.IsoType;
import com.solab.iso8583.MessageFactory;
import com.solab.iso8583.parse.FieldParseInfo;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/// The network's dialect of ISO 8583:1987: ASCII throughout, bitmaps in hexadecimal, the data
/// elements listed here. Values are text in both directions. The other side is described in
/// docs/card-network.md.
final class Dialect {

  static final int AUTHORIZATION = 0x0100;
  static final int AUTHORIZATION_ANSWER = 0x0110;
  static final int FINANCIAL = 0x0200;
  static final int FINANCIAL_ANSWER = 0x0210;
  static final int REVERSAL_ADVICE = 0x0420;
  static final int REVERSAL_ADVICE_REPEAT = 0x0421;
  static final int REVERSAL_ADVICE_ANSWER = 0x0430;
  static final int NETWORK = 0x0800;
  static final int NETWORK_ANSWER = 0x0810;

  static final String APPROVED = "00";

  private static final int MTI = 4;
  private static final int BITMAP = 16;
  private static final int HEAD = MTI + BITMAP;
  private static final Pattern ONE_BITMAP = Pattern.compile("[0-9]{4}[0-9A-F]{16}");
  private static final Pattern TWO_BITMAPS = Pattern.compile("[0-9]{4}[0-9A-F]{32}");
  private static final String ENCODING = "US-ASCII";
  private static final List<Integer> READ =
      List.of(
          AUTHORIZATION_ANSWER, FINANCIAL_ANSWER, REVERSAL_ADVICE_ANSWER, NETWORK, NETWORK_ANSWER);

  private static final Map<Integer, Field> FIELDS =
      Map.ofEntries(
          Map.entry(2, new Field(IsoType.LLVAR, 0)),
          Map.entry(3, new Field(IsoType.NUMERIC, 6)),
          Map.entry(4, new Field(IsoType.NUMERIC, 12)),
          Map.entry(7, new Field(IsoType.NUMERIC, 10)),
          Map.entry(11, new Field(IsoType.NUMERIC, 6)),
          Map.entry(12, new Field(IsoType.NUMERIC, 6)),
          Map.entry(13, new Field(IsoType.NUMERIC, 4)),
          Map.entry(14, new Field(IsoType.NUMERIC, 4)),
          Map.entry(18, new Field(IsoType.NUMERIC, 4)),
          Map.entry(22, new Field(IsoType.NUMERIC, 3)),
          Map.entry(25, new Field(IsoType.NUMERIC, 2)),
          Map.entry(32, new Field(IsoType.LLVAR, 0)),
          Map.entry(37, new Field(IsoType.ALPHA, 12)),
          Map.entry(38, new Field(IsoType.ALPHA, 6)),
          Map.entry(39, new Field(IsoType.ALPHA, 2)),
          Map.entry(41, new Field(IsoType.ALPHA, 8)),
          Map.entry(42, new Field(IsoType.ALPHA, 15)),
          Map.entry(48, new Field(IsoType.LLLVAR, 0)),
          Map.entry(49, new Field(IsoType.NUMERIC, 3)),
          Map.entry(54, new Field(IsoType.LLLVAR, 0)),
          Map.entry(70, new Field(IsoType.NUMERIC, 3)),
          Map.entry(90, new Field(IsoType.NUMERIC, 42)),
          Map.entry(95, new Field(IsoType.ALPHA, 42)));

  private final MessageFactory<IsoMessage> factory = new MessageFactory<>();

  Dialect() {
    factory.setCharacterEncoding(ENCODING);
    factory.setUseBinaryMessages(false);
    factory.setUseBinaryBitmap(false);
    factory.setAssignDate(false);
    READ.forEach(type -> factory.setParseMap(type, parseGuide()));
  }

  /// A message of a type with no fields yet.
  IsoMessage message(int type) {
    return factory.newMessage(type);
  }

  /// Sets a data element in its own format; numbers are filled up with zeros on the left.
  static void set(IsoMessage message, int number, String value) {
    Field field = FIELDS.get(number);
    if (field == null) {
      throw new IllegalArgumentException("the dialect has no data element " + number);
    }
    if (field.length > 0 && value.length() > field.length) {
      throw new IllegalArgumentException("data element " + number + " is too long");
    }
    message.setValue(number, value, field.type, field.length);
  }

  /// The text of a data element without its padding; empty if it is absent or blank.
  static Optional<String> get(IsoMessage message, int number) {
    return message
        .objectValue(number)
        .map(value -> value.toString().strip())
        .filter(text -> !text.isEmpty());
  }

  static byte[] write(IsoMessage message) {
    return message.writeData();
  }

  /// What stands in a frame; anything but a message of this dialect is an [IsoGarbageException].
  @SuppressWarnings("NullAway") // The library answers null for a type that it has no guide for.
  IsoMessage read(byte[] body) throws IsoGarbageException {
    checkHead(body);
    IsoMessage message;
    try {
      message = factory.parseMessage(body, 0);
    } catch (ParseException | UnsupportedEncodingException | RuntimeException e) {
      // The library throws whatever its indexing meets; the cause may quote a card number.
      throw new IsoGarbageException("not a message: " + e.getClass().getSimpleName());
    }
    if (message == null || !message.hasField(11) || message.writeData().length != body.length) {
      throw new IsoGarbageException(
          "a message without a trace number, or with more than its fields");
    }
    return message;
  }

  /// The library takes any bytes for a bitmap and logs a message of unknown type whole.
  private static void checkHead(byte[] body) throws IsoGarbageException {
    String head =
        new String(body, 0, Math.min(body.length, HEAD + BITMAP), StandardCharsets.US_ASCII);
    boolean sound =
        READ.stream().anyMatch(type -> head.startsWith(String.format(Locale.ROOT, "%04X", type)))
            && ONE_BITMAP.matcher(head).lookingAt()
            && (head.charAt(MTI) < '8' || TWO_BITMAPS.matcher(head).lookingAt());
    if (!sound) {
      throw new IsoGarbageException("a message of an unknown type, or without a bitmap");
    }
  }

  /// Everything is read as text: a number's zeros on the left belong to it.
  private static Map<Integer, FieldParseInfo> parseGuide() {
    Map<Integer, FieldParseInfo> guide = new HashMap<>();
    FIELDS.forEach((number, field) -> {
      IsoType type = field.type == IsoType.NUMERIC ? IsoType.ALPHA : field.type;
      guide.put(number, FieldParseInfo.getInstance(type, field.length, ENCODING, true));
    });
    return guide;
  }

  private record Field(IsoType type, int length) {}
}
