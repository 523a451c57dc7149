package io.openvpos.sandbox.network;

import com.solab.iso8583.IsoMessage;
import com.solab.iso8583.IsoType;
import com.solab.iso8583.MessageFactory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.UnsupportedEncodingException;
import java.text.ParseException;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Bytes of the network's dialect to [NetworkMessage] and answers back to bytes, by j8583. ASCII
/// throughout, the bitmap as hexadecimal digits.
final class Iso8583Codec {

  private static final String LAYOUT = "card-network-iso8583.xml";
  private static final Set<String> KNOWN = Set.of("0100", "0200", "0420", "0421", "0800");

  /// Fields an answer repeats from its request, so that the acquirer can match it.
  private static final int[] ECHOED = {3, 4, 7, 11, 12, 13, 32, 37, 41, 42, 49, 70, 90, 95};

  private final MessageFactory<IsoMessage> factory = new MessageFactory<>();

  Iso8583Codec() {
    try {
      factory.setCharacterEncoding("US-ASCII");
      factory.setConfigPath(LAYOUT);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// What was received, with j8583's own message kept to build the answer from.
  record Received(NetworkMessage message, IsoMessage wire) {}

  /// Empty if the bytes are no message of this dialect.
  Optional<Received> parse(byte[] bytes, int connection) {
    try {
      IsoMessage wire = factory.parseMessage(bytes, 0);
      if (wire == null) {
        return Optional.empty();
      }
      String mti = String.format(Locale.ROOT, "%04X", wire.getType());
      return KNOWN.contains(mti)
          ? Optional.of(new Received(message(wire, mti, connection), wire))
          : Optional.empty();
    } catch (ParseException | UnsupportedEncodingException | RuntimeException e) {
      return Optional.empty();
    }
  }

  private static NetworkMessage message(IsoMessage wire, String mti, int connection) {
    String amount = text(wire, 4);
    return new NetworkMessage(
        mti,
        connection,
        text(wire, 2),
        text(wire, 3),
        amount.isEmpty() ? 0 : Long.parseLong(amount),
        text(wire, 7),
        text(wire, 11),
        text(wire, 37),
        text(wire, 48),
        text(wire, 49),
        text(wire, 70),
        present(wire, 90),
        present(wire, 95));
  }

  private static String text(IsoMessage wire, int field) {
    Object value = wire.getObjectValue(field);
    return value == null ? "" : value.toString().strip();
  }

  private static @Nullable String present(IsoMessage wire, int field) {
    return wire.hasField(field) ? text(wire, field) : null;
  }

  /// What an approval tells besides its code.
  ///
  /// @param additionalAmounts DE 54; empty for none
  record Named(
      String authorizationCode, @Nullable String networkTransactionId, String additionalAmounts) {}

  byte[] answer(Received request, String responseCode, @Nullable Named approval, String stan) {
    IsoMessage answer = factory.newMessage(Integer.parseInt(request.message().answerMti(), 16));
    answer.copyFieldsFrom(request.wire(), ECHOED);
    answer.setValue(11, stan, IsoType.NUMERIC, 6);
    answer.setValue(39, responseCode, IsoType.ALPHA, 2);
    if (approval != null) {
      answer.setValue(38, approval.authorizationCode(), IsoType.ALPHA, 6);
      if (approval.networkTransactionId() != null) {
        answer.setValue(48, "NTID=" + approval.networkTransactionId(), IsoType.LLLVAR, 0);
      }
      if (!approval.additionalAmounts().isEmpty()) {
        answer.setValue(54, approval.additionalAmounts(), IsoType.LLLVAR, 0);
      }
    }
    return answer.writeData();
  }
}
