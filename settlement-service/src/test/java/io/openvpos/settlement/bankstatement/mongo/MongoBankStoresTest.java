package io.openvpos.settlement.bankstatement.mongo;

import static org.assertj.core.api.Assertions.assertThat;

import io.openvpos.settlement.bankstatement.BankDifferences;
import io.openvpos.settlement.bankstatement.BankMessages.Filed;
import io.openvpos.settlement.bankstatement.BankMessages.Query;
import io.openvpos.settlement.bankstatement.DifferenceDesk;
import io.openvpos.settlement.bankstatement.PayoutClaims.Claim;
import io.openvpos.settlement.bankstatement.domain.BankDifference;
import io.openvpos.settlement.bankstatement.domain.BankMessage;
import io.openvpos.settlement.bankstatement.domain.Booking;
import io.openvpos.settlement.bankstatement.domain.Finding;
import io.openvpos.settlement.bankstatement.domain.Finding.Kind;
import io.openvpos.settlement.bankstatement.domain.Statement;
import io.openvpos.settlement.fakes.MemoryStore;
import io.openvpos.settlement.matter.MatterDesk.Outcome;
import io.openvpos.settlement.matter.domain.Matter.Status;
import io.openvpos.settlement.matter.domain.Proposal;
import io.openvpos.settlement.payout.BankAnswers.Standing;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class MongoBankStoresTest {

  private static final Instant NOW = Instant.parse("2026-11-24T09:00:00Z");
  private static final Booking BOOKING =
      new Booking(
          "bk_1",
          "ST-1",
          "TR33",
          LocalDate.parse("2026-11-24"),
          true,
          97_90,
          "TRY",
          false,
          "e1",
          "R1",
          "AC04",
          "iade, İstanbul");

  private final MemoryStore store = new MemoryStore();
  private final MongoBankMessages messages =
      new MongoBankMessages(
          store.plain("bank_messages"),
          store.plain("bank_statements"),
          store.plain("bank_bookings"));
  private final MongoBankDifferences differences =
      new MongoBankDifferences(store.versioned("bank_exceptions"));
  private final MongoPayoutClaims claims = new MongoPayoutClaims(store.plain("bank_claims"));

  @AfterEach
  void stop() {
    store.close();
  }

  @Test
  void aMessageIsKeptOnceAndFinished() {
    byte[] content = "<Document/>".getBytes(StandardCharsets.UTF_8);
    messages.keep(new BankMessage("bm_1", "abc", "camt.053.001.08", content, "f1", NOW, null));
    BankMessage kept =
        messages.keep(new BankMessage("bm_1", "abc", "camt.053.001.08", content, "f2", NOW, null));
    assertThat(kept.by()).isEqualTo("f1");
    assertThat(kept.content()).isEqualTo(content);
    assertThat(messages.unfinished(NOW.plusSeconds(1))).containsExactly("bm_1");
    assertThat(messages.unfinished(NOW)).isEmpty();

    messages.finish("bm_1", new BankMessage.Result(Map.of("payout", 2L), NOW));
    assertThat(messages.find("bm_1").orElseThrow().result())
        .isEqualTo(new BankMessage.Result(Map.of("payout", 2L), NOW));
    assertThat(messages.unfinished(NOW.plusSeconds(1))).isEmpty();
    assertThat(messages.list(5)).extracting(BankMessage::id).containsExactly("bm_1");
  }

  @Test
  void aStatementIsOfOneMessageAndABookingIsFiledOnce() {
    Statement statement =
        new Statement("ST-1", "TR33", new Statement.Balances(0, 97_90, "TRY"), List.of(BOOKING));
    assertThat(messages.messageOf(statement)).isEmpty();
    assertThat(messages.claimStatement(statement, "bm_1")).isEqualTo("bm_1");
    assertThat(messages.claimStatement(statement, "bm_2")).isEqualTo("bm_1");

    Filed first = new Filed(BOOKING, Finding.of(Kind.PAYOUT_RETURN, "e1"), "bm_1");
    messages.file(first);
    messages.file(new Filed(BOOKING, Finding.exception("booked_twice", "e1"), "bm_2"));
    assertThat(messages.booking("bk_1")).contains(first);
    assertThat(messages.bookings(new Query(Kind.PAYOUT_RETURN, "bm_1"), null, 5))
        .containsExactly(first);
    assertThat(messages.bookings(new Query(Kind.EXCEPTION, null), null, 5)).isEmpty();
  }

  @Test
  void theFirstClaimCounts() {
    Claim first = new Claim("bk_1", Standing.WAITING);
    assertThat(claims.claim("e1", true, first)).isEqualTo(first);
    assertThat(claims.claim("e1", true, new Claim("bk_2", Standing.REPLACED))).isEqualTo(first);
    assertThat(claims.find("e1", false)).isEmpty();
  }

  @Test
  void anExceptionIsOpenedOnceAndSettledByTwoPeople() {
    BankDifference opened =
        BankDifference.open(
            "bx_1", "bm_1", Finding.exception("amount_differs", "e1"), BOOKING, NOW);
    differences.open(opened);
    DifferenceDesk desk = new DifferenceDesk(differences, Clock.fixed(NOW, ZoneOffset.UTC));
    desk.assign("bx_1", "f1");
    desk.note("bx_1", "f1", "bankaya soruldu");
    desk.propose("bx_1", new Proposal("explained", "their fee", ""), "f1");
    differences.open(opened);
    assertThat(desk.confirm("bx_1", Optional.empty(), "f1"))
        .isEqualTo(new Outcome.Refused<>("four_eyes"));
    desk.confirm("bx_1", Optional.empty(), "f2");

    BankDifference settled = differences.find("bx_1").orElseThrow();
    assertThat(settled.booking()).isEqualTo(BOOKING);
    assertThat(settled.matter().status()).isEqualTo(Status.RESOLVED);
    assertThat(settled.matter().owner()).isEqualTo("f1");
    assertThat(settled.matter().notes()).hasSize(1);
    assertThat(settled.matter().confirmedBy()).isEqualTo("f2");
    assertThat(differences.list(new BankDifferences.Query(Status.RESOLVED, "f1"), null, 5))
        .containsExactly(settled);
    assertThat(desk.assign("bx_1", "f3")).isEqualTo(new Outcome.Refused<>("exception_resolved"));
  }
}
