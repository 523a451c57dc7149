package io.openvpos.authorization.issuer.iso8583;

import static io.openvpos.authorization.issuer.iso8583.Dialect.set;

import com.solab.iso8583.IsoMessage;
import io.openvpos.authorization.issuer.CardholderProof;
import io.openvpos.authorization.issuer.IssuerRequest;
import io.openvpos.authorization.issuer.KeptCard;
import io.openvpos.authorization.issuer.ReversalAdvice;
import io.openvpos.authorization.vault.RevealedCard;
import io.openvpos.money.Money;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import java.util.StringJoiner;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Turns what the payment room asks for into messages. Equal advices are equal messages but for
/// their type, trace number and time.
final class RequestMessages {

  static final String SIGN_ON = "001";
  static final String ECHO = "301";

  private static final String NETWORK_TRANSACTION_ID = "NTID";
  private static final Pattern NAME = Pattern.compile("[0-9A-Za-z]{1,15}");
  private static final String PURCHASE = "000000";
  private static final String REFUND = "200000";
  private static final String VERIFICATION = "380000";
  private static final String POINTS_INQUIRY = "31" + PointsBalance.ACCOUNT + "00";

  /// Card data typed by the shopper, no chip, no stripe; the PIN is not known.
  private static final String KEYED_WITHOUT_PIN = "010";

  private static final String E_COMMERCE = "59";
  private static final int ACCEPTOR_LENGTH = 15;
  private static final ZoneId LOCAL = ZoneId.of("Europe/Istanbul");
  private static final DateTimeFormatter TRANSMITTED = pattern("MMddHHmmss");
  private static final DateTimeFormatter TIME = pattern("HHmmss");
  private static final DateTimeFormatter DATE = pattern("MMdd");

  private final Dialect dialect;
  private final String acquirerId;

  RequestMessages(Dialect dialect, String acquirerId) {
    this.dialect = dialect;
    this.acquirerId = acquirerId;
  }

  IsoMessage authorization(IssuerRequest request, RevealedCard card) {
    return asked(request, card, PURCHASE);
  }

  IsoMessage verification(IssuerRequest request, RevealedCard card) {
    return asked(request, card, VERIFICATION);
  }

  IsoMessage pointsInquiry(IssuerRequest request, RevealedCard card) {
    return asked(request, card, POINTS_INQUIRY);
  }

  private IsoMessage asked(IssuerRequest request, RevealedCard card, String processing) {
    StringJoiner additional = additional(request);
    card.cvc().ifPresent(cvc -> additional.add("CVC=" + cvc));
    CardholderProof cardholder = request.cardholder();
    if (cardholder != null) {
      add(additional, "ECI", cardholder.eci());
      add(additional, "CAVV", cardholder.proof());
      add(additional, "DSTX", cardholder.dsTransId());
      add(additional, "TDSV", cardholder.version());
      add(additional, "EXMP", cardholder.exemption());
    }
    KeptCard kept = request.kept();
    if (kept != null) {
      add(additional, "COF", kept.code());
      add(additional, NETWORK_TRANSACTION_ID, kept.networkTransactionId());
    }
    return financial(Dialect.AUTHORIZATION, processing, request, card, additional);
  }

  /// The network's name of a payment; what does not look like one counts as none.
  static Optional<String> networkTransactionId(IsoMessage answer) {
    return Dialect.get(answer, 48).stream()
        .flatMap(data -> Stream.of(data.split(";", -1)))
        .filter(part -> part.startsWith(NETWORK_TRANSACTION_ID + "="))
        .map(part -> part.substring(NETWORK_TRANSACTION_ID.length() + 1))
        .filter(id -> NAME.matcher(id).matches())
        .findFirst();
  }

  private static void add(StringJoiner additional, String name, @Nullable String value) {
    if (value != null) {
      additional.add(name + "=" + value);
    }
  }

  IsoMessage refund(IssuerRequest request, RevealedCard card, String originalRrn) {
    StringJoiner additional = additional(request).add("ORIG=" + originalRrn);
    return financial(Dialect.FINANCIAL, REFUND, request, card, additional);
  }

  IsoMessage increment(IssuerRequest request, RevealedCard card, String originalRrn) {
    StringJoiner additional = additional(request).add("INCR=" + originalRrn);
    return financial(Dialect.AUTHORIZATION, PURCHASE, request, card, additional);
  }

  /// @param stan of this forwarding; the original's is in DE 90
  IsoMessage advice(ReversalAdvice advice, RevealedCard card, String stan, Instant now) {
    boolean refund = advice.originalMti().equals("0200");
    IsoMessage message =
        dialect.message(advice.repeat() ? Dialect.REVERSAL_ADVICE_REPEAT : Dialect.REVERSAL_ADVICE);
    set(message, 2, card.pan());
    set(message, 3, refund ? REFUND : PURCHASE);
    set(message, 14, card.expiry());
    set(message, 25, E_COMMERCE);
    setCommon(message, stan, advice.rrn(), now);
    setMerchant(message, advice.terminalId(), advice.merchantId());
    setAmount(message, advice.originalAmount());
    set(message, 90, original(advice));
    set(message, 95, amount(advice.remaining()) + "0".repeat(30));
    return message;
  }

  /// @param function [#SIGN_ON] or [#ECHO]
  IsoMessage network(String function, String stan, Instant now) {
    IsoMessage message = dialect.message(Dialect.NETWORK);
    set(message, 7, at(now));
    set(message, 11, stan);
    set(message, 70, function);
    return message;
  }

  /// Our answer to a network's own sign-on or echo.
  IsoMessage networkAnswer(IsoMessage asked) {
    IsoMessage message = dialect.message(Dialect.NETWORK_ANSWER);
    for (int number : new int[] {7, 11, 70}) {
      Dialect.get(asked, number).ifPresent(value -> set(message, number, value));
    }
    set(message, 39, Dialect.APPROVED);
    return message;
  }

  private IsoMessage financial(
      int type, String processing, IssuerRequest request, RevealedCard card, StringJoiner more) {
    IsoMessage message = dialect.message(type);
    set(message, 2, card.pan());
    set(message, 3, processing);
    set(message, 14, card.expiry());
    set(message, 18, request.mcc());
    set(message, 22, KEYED_WITHOUT_PIN);
    set(message, 25, E_COMMERCE);
    set(message, 48, more.toString());
    setCommon(message, request.stan(), request.rrn(), request.transmittedAt());
    setMerchant(message, request.terminalId(), request.merchantId());
    setAmount(message, request.amount());
    return message;
  }

  private void setCommon(IsoMessage message, String stan, String rrn, Instant at) {
    set(message, 7, at(at));
    set(message, 11, stan);
    set(message, 12, TIME.format(at.atZone(LOCAL)));
    set(message, 13, DATE.format(at.atZone(LOCAL)));
    set(message, 32, acquirerId);
    set(message, 37, rrn);
  }

  private static void setMerchant(IsoMessage message, String terminalId, String merchantId) {
    set(message, 41, terminalId);
    set(message, 42, merchantId.substring(Math.max(0, merchantId.length() - ACCEPTOR_LENGTH)));
  }

  private static void setAmount(IsoMessage message, Money money) {
    set(message, 4, amount(money));
    set(message, 49, String.format(Locale.ROOT, "%03d", money.currency().getNumericCode()));
  }

  private static StringJoiner additional(IssuerRequest request) {
    return new StringJoiner(";")
        .add("INST=" + String.format(Locale.ROOT, "%02d", request.installments()));
  }

  /// DE 90: type, trace number, time, acquirer and forwarder of the original.
  private String original(ReversalAdvice advice) {
    return advice.originalMti()
        + advice.originalStan()
        + at(advice.originalTransmittedAt())
        + "0".repeat(11 - acquirerId.length())
        + acquirerId
        + "0".repeat(11);
  }

  private static String amount(Money money) {
    if (money.isNegative()) {
      throw new IllegalArgumentException("the network has no negative amounts");
    }
    return String.format(Locale.ROOT, "%012d", money.minorUnits());
  }

  private static String at(Instant instant) {
    return TRANSMITTED.format(instant.atZone(ZoneOffset.UTC));
  }

  private static DateTimeFormatter pattern(String pattern) {
    return DateTimeFormatter.ofPattern(pattern, Locale.ROOT);
  }
}
