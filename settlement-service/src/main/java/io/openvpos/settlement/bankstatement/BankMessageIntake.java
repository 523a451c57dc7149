package io.openvpos.settlement.bankstatement;

import io.openvpos.settlement.bankstatement.BankMessages.Filed;
import io.openvpos.settlement.bankstatement.domain.BankDifference;
import io.openvpos.settlement.bankstatement.domain.BankMessage;
import io.openvpos.settlement.bankstatement.domain.Booking;
import io.openvpos.settlement.bankstatement.domain.Finding;
import io.openvpos.settlement.bankstatement.domain.Finding.Kind;
import io.openvpos.settlement.bankstatement.domain.Statement;
import io.openvpos.settlement.bankstatement.message.StatementReader;
import io.openvpos.settlement.iso20022.IsoSchema;
import io.openvpos.settlement.iso20022.RefusedMessageException;
import io.openvpos.settlement.payout.bank.StatusReports;
import io.openvpos.settlement.report.Sha256;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Takes the bank's messages. A message is checked whole before anything of it counts; then it is
/// kept, its parts are taken one by one, and last it is marked as taken. Every write is insert-once
/// under a name that the message determines, or a change that finds itself done, so after a crash
/// between any two of them the message is simply taken again, by whoever sends it or by the sweep.
public final class BankMessageIntake {

  /// About four thousand bookings, each of them some writes while the sender waits.
  public static final int MOST_BYTES = 4 << 20;

  private static final Logger LOGGER = LoggerFactory.getLogger(BankMessageIntake.class);
  private static final int ID_DIGITS = 24;

  private final BankMessages messages;
  private final BankDifferences differences;
  private final PayoutClaims claims;
  private final BookingMatcher matcher;
  private final StatusReports reports;
  private final Clock clock;

  /// Where things are kept.
  public record Stores(BankMessages messages, BankDifferences differences, PayoutClaims claims) {}

  public BankMessageIntake(
      Stores stores, BookingMatcher matcher, StatusReports reports, Clock clock) {
    messages = stores.messages();
    differences = stores.differences();
    claims = stores.claims();
    this.matcher = matcher;
    this.reports = reports;
    this.clock = clock;
  }

  /// What became of a message.
  ///
  /// @param repeated the same bytes had been taken before: nothing was changed
  public record Taken(BankMessage message, boolean repeated) {}

  /// Takes a message, once.
  ///
  /// @throws InvalidMessageException if it is none that we know
  /// @throws RefusedMessageException if it is one, and is not taken; nothing of it counts then
  public Taken take(byte[] xml, String by) {
    String sha256 = sha256(xml);
    String id = "bm_" + sha256.substring(0, ID_DIGITS);
    Optional<BankMessage> before = messages.find(id);
    if (before.isPresent() && before.get().result() != null) {
      return new Taken(before.get(), true);
    }
    IsoSchema format =
        IsoSchema.ofBank(xml)
            .orElseThrow(() -> new RefusedMessageException("/message", "message_unknown"));
    format.validate(xml);
    List<Statement> statements = readable(format, xml, id, before.isEmpty());
    messages.keep(new BankMessage(id, sha256, format.name(), xml, by, clock.instant(), null));
    Map<String, Long> counts =
        format == IsoSchema.PAIN_002 ? report(id, xml) : statements(id, statements);
    messages.finish(id, new BankMessage.Result(counts, clock.instant()));
    LOGGER.info("bank message {} {}: {}", id, format.name(), counts);
    return new Taken(messages.find(id).orElseThrow(), false);
  }

  /// Takes again what was kept before a moment and never taken in full. One that fails holds up no
  /// other and is told at the end.
  public void sweep(Instant before) {
    List<RuntimeException> failures = new ArrayList<>();
    for (String id : messages.unfinished(before)) {
      try {
        messages.find(id).ifPresent(message -> take(message.content(), message.by()));
      } catch (RuntimeException e) {
        failures.add(e);
      }
    }
    if (!failures.isEmpty()) {
      throw failures.getFirst();
    }
  }

  /// What was kept was checked; meanwhile another message may have brought one of its statements.
  private List<Statement> readable(IsoSchema format, byte[] xml, String id, boolean isNew) {
    try {
      List<Statement> statements =
          format == IsoSchema.PAIN_002 ? List.of() : StatementReader.read(xml);
      if (isNew) {
        check(id, xml, statements);
      }
      return statements;
    } catch (ArithmeticException e) {
      throw new RefusedMessageException("/message", "amount_too_large");
    }
  }

  private void check(String messageId, byte[] xml, List<Statement> statements) {
    if (statements.isEmpty()) {
      reports.requireKnown(xml);
    }
    Set<String> names = new HashSet<>();
    for (Statement statement : statements) {
      String pointer = "/statements/" + statement.id();
      if (!names.add(statement.account() + "|" + statement.id())) {
        throw new RefusedMessageException(pointer, "statement_twice");
      }
      if (!statement.closes()) {
        throw new RefusedMessageException(pointer, "statement_does_not_close");
      }
      if (messages.messageOf(statement).filter(first -> !first.equals(messageId)).isPresent()) {
        throw new RefusedMessageException(pointer, "statement_known");
      }
    }
  }

  private Map<String, Long> statements(String messageId, List<Statement> statements) {
    Map<String, Long> counts = new TreeMap<>();
    for (Statement statement : statements) {
      // Lost to another message of the same statement a moment ago: the bookings are told apart.
      if (!messages.claimStatement(statement, messageId).equals(messageId)) {
        LOGGER.warn("statement {} came in two messages at once", statement.id());
      }
      for (Booking booking : statement.bookings()) {
        String kind = take(messageId, statement, booking);
        counts.merge(kind, 1L, Math::addExact);
      }
    }
    return counts;
  }

  /// What became of it, in a word.
  private String take(String messageId, Statement statement, Booking booking) {
    Optional<Filed> before = messages.booking(booking.id());
    if (before.isPresent() && !isSame(before.get().booking(), booking)) {
      Finding reused = Finding.exception("reference_reused", "");
      open(booking.id() + "|" + statement.id(), messageId, reused, booking);
      return Kind.EXCEPTION.code();
    }
    if (before.isPresent() && !before.get().messageId().equals(messageId)) {
      return "known";
    }
    Finding finding = matcher.match(booking);
    if (finding.kind() == Kind.EXCEPTION) {
      open(booking.id(), messageId, finding, booking);
    }
    messages.file(new Filed(booking, finding, messageId));
    return finding.kind().code();
  }

  /// The statement that it stands in, and what the bank adds for people, may differ.
  private static boolean isSame(Booking one, Booking other) {
    return one.signed() == other.signed()
        && one.currency().equals(other.currency())
        && one.endToEndId().equals(other.endToEndId())
        && one.reversal() == other.reversal();
  }

  private Map<String, Long> report(String messageId, byte[] xml) {
    Map<String, Long> counts = new TreeMap<>();
    for (StatusReports.Said said : reports.take(xml)) {
      boolean fits = said.fits() || (said.status().equals("paid") && cameBack(said.payoutId()));
      counts.merge(fits ? said.status() : Kind.EXCEPTION.code(), 1L, Math::addExact);
      if (!fits) {
        differences.open(
            BankDifference.told(
                id(messageId + "|" + said.payoutId()),
                messageId,
                said.status().equals("duplicate") ? "duplicate" : "status_contradicts",
                said.payoutId(),
                (said.status() + " " + said.reason()).strip(),
                clock.instant()));
      }
    }
    return counts;
  }

  private boolean cameBack(String payoutId) {
    return claims.find(payoutId, true).isPresent();
  }

  private void open(String name, String messageId, Finding finding, Booking booking) {
    differences.open(BankDifference.open(id(name), messageId, finding, booking, clock.instant()));
  }

  private static String id(String name) {
    return "bx_" + sha256(name.getBytes(StandardCharsets.UTF_8)).substring(0, ID_DIGITS);
  }

  private static String sha256(byte[] bytes) {
    Sha256 sha = new Sha256();
    sha.add(bytes);
    return sha.hex();
  }
}
