package io.openvpos.sandbox.bank;

import io.openvpos.sandbox.bank.CamtWriter.Kind;
import io.openvpos.sandbox.bank.Pain001Parser.Instruction;
import io.openvpos.sandbox.process.LocalHttpServer;
import io.openvpos.sandbox.process.LocalHttpServer.Request;
import io.openvpos.sandbox.process.LocalHttpServer.Response;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/// The simulated bank: `POST /payment-files` takes a pain.001.001.09 and answers a pain.002.001.10;
/// `GET /statements/{date}` gives a camt.053.001.08 of what was booked on that date, `GET
/// /notifications/{date}` a camt.054.001.08, 404 if nothing was.
///
/// A file is in the bank's log before the answer leaves. The same file again gets the same bytes
/// and is counted once. Another file under a known message id is refused with 409 and reason DU01,
/// one whose count or control sum is wrong with reason AM10; nothing of these is paid. Payments to
/// an account that ends in 9401 are refused, to one that ends in 9404 paid and returned.
public final class BankSimulator implements AutoCloseable {

  private static final String PATH = "/payment-files";
  private static final String XML = "application/xml";

  private final Path path;
  private final BankLog log;
  private final Clock clock;
  private final LocalHttpServer server;

  private BankSimulator(Path path, int port, Clock clock) {
    this.path = path;
    this.clock = clock;
    this.log = new BankLog(path);
    this.server = new LocalHttpServer(port, this::answer);
  }

  /// Starts the bank with its log file, kept over restarts.
  ///
  /// @param port the port to listen on; 0 takes a free one
  public static BankSimulator start(Path log, int port) {
    return start(log, port, Clock.systemUTC());
  }

  /// Starts the bank with a clock of the caller's.
  public static BankSimulator start(Path log, int port, Clock clock) {
    return new BankSimulator(log, port, clock);
  }

  /// The base URL, without a slash at its end.
  public String url() {
    return server.url();
  }

  /// The port the bank listens on.
  public int port() {
    return server.port();
  }

  /// The log file, for [BankLog#read].
  public Path log() {
    return path;
  }

  private Response answer(Request request) {
    for (Kind kind : Kind.values()) {
      if (request.path().startsWith(pathOf(kind)) && request.method().equals("GET")) {
        return booked(kind, request.path().substring(pathOf(kind).length()));
      }
    }
    if (!request.path().equals(PATH)) {
      return new Response(
          404, "text/plain", "Only " + PATH + ", statements and notifications are served.");
    }
    if (!request.method().equals("POST")) {
      return new Response(405, "text/plain", "Payment files are sent by POST.");
    }
    try {
      return take(request.body());
    } catch (UnreadableFileException e) {
      return new Response(400, "text/plain", String.valueOf(e.getMessage()));
    }
  }

  private static String pathOf(Kind kind) {
    return kind == Kind.STATEMENT ? "/statements/" : "/notifications/";
  }

  private synchronized Response booked(Kind kind, String date) {
    List<AccountBook.Day> days = AccountBook.of(date, log.all());
    return days.isEmpty()
        ? new Response(404, "text/plain", "Nothing was booked on that date.")
        : new Response(200, XML, CamtWriter.write(kind, date, days));
  }

  private synchronized Response take(String xml) throws UnreadableFileException {
    Instruction instruction = Pain001Parser.parse(xml);
    String sha256 = sha256(xml);
    String now = OffsetDateTime.now(clock).toString();
    Optional<PaymentFile> known = log.find(instruction.messageId());
    if (known.isPresent()) {
      return known.get().sha256().equals(sha256)
          ? new Response(200, XML, Pain002Writer.accepted(known.get()))
          : new Response(409, XML, Pain002Writer.rejected(instruction.messageId(), now, "DU01"));
    }
    if (!instruction.addsUp()) {
      return new Response(200, XML, Pain002Writer.rejected(instruction.messageId(), now, "AM10"));
    }
    PaymentFile accepted =
        new PaymentFile(
            now, instruction.messageId(), sha256, instruction.payments(), instruction.debtor());
    log.append(accepted);
    return new Response(200, XML, Pain002Writer.accepted(accepted));
  }

  private static String sha256(String text) {
    try {
      return HexFormat.of()
          .formatHex(
              MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every JDK has SHA-256.", e);
    }
  }

  @Override
  public void close() {
    server.close();
    log.close();
  }
}
