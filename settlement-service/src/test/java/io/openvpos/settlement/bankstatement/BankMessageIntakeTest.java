package io.openvpos.settlement.bankstatement;

import static io.openvpos.settlement.bankstatement.BankWorld.FILE;
import static io.openvpos.settlement.bankstatement.BankWorld.PAYOUT;
import static io.openvpos.settlement.bankstatement.BankWorld.REISSUE;
import static io.openvpos.settlement.fakes.BankTexts.entry;
import static io.openvpos.settlement.fakes.BankTexts.notification;
import static io.openvpos.settlement.fakes.BankTexts.paid;
import static io.openvpos.settlement.fakes.BankTexts.payment;
import static io.openvpos.settlement.fakes.BankTexts.refs;
import static io.openvpos.settlement.fakes.BankTexts.report;
import static io.openvpos.settlement.fakes.BankTexts.returned;
import static io.openvpos.settlement.fakes.BankTexts.statement;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.openvpos.settlement.fakes.Faults;
import io.openvpos.settlement.iso20022.InvalidMessageException;
import io.openvpos.settlement.iso20022.RefusedMessageException;
import io.openvpos.settlement.payout.domain.PayoutFact;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// Goal: whatever the bank sends, however often, and wherever a crash falls, a payout is confirmed
/// once, given back once, and what fits nothing is kept for people.
class BankMessageIntakeTest {

  private final BankWorld world = new BankWorld().begin();

  private static final byte[] DAY =
      statement(
          "ST-1",
          "1000.00",
          "1000.00",
          paid(PAYOUT, "97.90", "D1"),
          returned(PAYOUT, "97.90", "R1", "AC04"));

  @Test
  void whatLeftAndCameBackIsGivenOutAgain() {
    assertThat(world.take(DAY)).isEqualTo(Map.of("payout", 1L, "payout_return", 1L));
    assertThat(world.facts()).containsExactly("Instructed", "Confirmed", "Returned", "Instructed");
    assertThat(world.stores.payoutFacts.get(2))
        .isInstanceOfSatisfying(
            PayoutFact.Returned.class, fact -> assertThat(fact.reason()).isEqualTo("AC04"));
    assertThat(world.stores.payouts).containsKey(REISSUE);
    assertThat(world.differences()).isEmpty();
  }

  @Test
  void theSameBytesChangeNothing() {
    world.take(DAY);
    BankMessageIntake.Taken again = world.intake.take(DAY, "f2");
    assertThat(again.repeated()).isTrue();
    assertThat(again.message().by()).isEqualTo("f1");
    assertThat(world.facts()).hasSize(4);
  }

  @Test
  void aNotificationAndTheStatementAfterItTellOfTheSameBookings() {
    world.take(notification("N-1", returned(PAYOUT, "97.90", "R1", "AC04")));
    assertThat(world.take(DAY)).isEqualTo(Map.of("payout", 1L, "known", 1L));
    assertThat(world.facts()).hasSize(4);
    assertThat(world.differences()).isEmpty();
  }

  @Test
  void whereverACrashFallsTheMessageIsTakenAgainAndComesToTheSame() {
    int step = 0;
    boolean struck = true;
    while (struck) {
      Faults faults = Faults.at(++step);
      BankWorld hit = new BankWorld(faults).begin();
      try {
        hit.intake.take(DAY, "f1");
      } catch (Faults.Killed killed) {
        hit.clock.advance(Duration.ofMinutes(5));
        hit.intake.sweep(hit.clock.instant());
        hit.intake.take(DAY, "f1");
      }
      assertThat(hit.facts())
          .as("step %d", step)
          .containsExactly("Instructed", "Confirmed", "Returned", "Instructed");
      assertThat(hit.differences()).as("step %d", step).isEmpty();
      assertThat(hit.bank.bookings).as("step %d", step).hasSize(2);
      struck = faults.hit() > 0;
    }
    assertThat(step).isGreaterThan(15);
  }

  @Test
  void aStatementThatDoesNotCloseIsRefusedWhole() {
    byte[] open = statement("ST-1", "1000.00", "1000.00", paid(PAYOUT, "97.90", "D1"));
    assertRefused(open, "/statements/ST-1", "statement_does_not_close");
    byte[] precise = statement("ST-2", "1000.00", "902.095", paid(PAYOUT, "97.905", "D1"));
    assertRefused(precise, "/statements/ST-2/entries/1", "amount_precision");
    String huge = "9999999999999999.00";
    byte[] large =
        statement(
            "ST-3",
            "0.00",
            "0.00",
            Collections.nCopies(12, paid("e1", huge, "D1")).toArray(new String[0]));
    assertRefused(large, "/message", "amount_too_large");
    assertThat(world.facts()).hasSize(1);
    assertThat(world.bank.messages).isEmpty();
  }

  @Test
  void aMessageLeftHalfTakenIsFinishedAlsoWhenItsStatementCameAgainMeanwhile() {
    BankWorld hit = new BankWorld(Faults.at(3)).begin();
    assertThatThrownBy(() -> hit.intake.take(DAY, "f1")).isInstanceOf(Faults.Killed.class);
    assertThat(hit.bank.messages).hasSize(1);
    byte[] other =
        new String(DAY, StandardCharsets.UTF_8)
            .replace("M1", "M2")
            .getBytes(StandardCharsets.UTF_8);
    hit.take(other);
    assertThat(hit.take(DAY)).isEqualTo(Map.of("known", 2L));
    assertThat(hit.facts()).hasSize(4);
    assertThat(hit.differences()).isEmpty();
  }

  @Test
  void aStatementComesInOneMessage() {
    world.take(DAY);
    assertRefused(statement("ST-1", "5.00", "5.00"), "/statements/ST-1", "statement_known");
  }

  @Test
  void whatFitsNothingIsKeptForPeople() {
    byte[] odd =
        statement(
            "ST-1",
            "1000.00",
            "1090.01",
            paid("somebody-elses", "10.00", "D1"),
            entry("CRDT", "5.00", "C1", ""),
            paid(PAYOUT, "97.89", "D2"),
            entry("CRDT", "97.90", "C2", refs(PAYOUT)),
            entry("CRDT", "95.00", "C3", "<RmtInf><Ustrd>OVPNET-2026-11-23</Ustrd></RmtInf>"));
    assertThat(world.take(odd)).isEqualTo(Map.of("exception", 4L, "scheme_receipt", 1L));
    assertThat(world.differences())
        .containsExactlyInAnyOrder(
            "unknown_debit", "unknown_credit", "amount_differs", "credit_without_reason");
    assertThat(world.facts()).hasSize(1);
  }

  @Test
  void aPayoutLeavesAndComesBackByOneBookingEach() {
    world.take(DAY);
    byte[] more =
        notification("N-2", paid(PAYOUT, "97.90", "D9"), returned(PAYOUT, "97.90", "R9", "AC04"));
    assertThat(world.take(more)).isEqualTo(Map.of("exception", 2L));
    assertThat(world.differences()).containsExactly("booked_twice", "booked_twice");
    assertThat(world.facts()).hasSize(4);
  }

  @Test
  void aReferenceOfAnotherBookingIsNotPassedOver() {
    world.take(notification("N-1", paid(PAYOUT, "97.90", "D1")));
    assertThat(world.take(notification("N-2", paid(PAYOUT, "12.00", "D1"))))
        .isEqualTo(Map.of("exception", 1L));
    assertThat(world.differences()).containsExactly("reference_reused");
  }

  @Test
  void whatIsPaidAlthoughItWasRefusedIsAnException() {
    world.take(report(FILE, payment(PAYOUT, "RJCT", "AC01")));
    assertThat(world.take(notification("N-1", paid(PAYOUT, "97.90", "D1"))))
        .isEqualTo(Map.of("exception", 1L));
    assertThat(world.take(notification("N-2", returned(PAYOUT, "97.90", "R1", "AC04"))))
        .isEqualTo(Map.of("exception", 1L));
    assertThat(world.differences())
        .containsExactlyInAnyOrder("paid_after_rejection", "returned_after_rejection");
    assertThat(world.facts()).containsExactly("Instructed", "Rejected", "Instructed");
  }

  @Test
  void whatIsRefusedWhileItsBookingIsTakenIsAnException() {
    byte[] refusal = report(FILE, payment(PAYOUT, "RJCT", "AC01"));
    world.bank.afterClaim = () -> world.take(refusal);
    assertThat(world.take(notification("N-1", paid(PAYOUT, "97.90", "D1"))))
        .isEqualTo(Map.of("exception", 1L));
    assertThat(world.differences()).containsExactly("paid_after_rejection");
    assertThat(world.facts()).containsExactly("Instructed", "Rejected", "Instructed");
  }

  @Test
  void whatIsBookedWhileItsRefusalIsTakenIsAnException() {
    byte[] booked = notification("N-1", paid(PAYOUT, "97.90", "D1"));
    world.whileRefusing =
        () -> {
          world.whileRefusing = () -> {};
          world.take(booked);
        };
    assertThat(world.take(report(FILE, payment(PAYOUT, "RJCT", "AC01"))))
        .isEqualTo(Map.of("exception", 1L));
    assertThat(world.differences()).containsExactly("status_contradicts");
    assertThat(world.facts()).containsExactly("Instructed", "Confirmed");
  }

  @Test
  void aStatusReportByHandSettlesItsFile() {
    assertThat(world.take(report(FILE, payment(PAYOUT, "PDNG", "")))).isEmpty();
    assertThat(world.stores.settledFiles).isEmpty();
    assertThat(world.take(report(FILE, payment(PAYOUT, "ACSC", "")))).isEqualTo(Map.of("paid", 1L));
    assertThat(world.stores.settledFiles).containsExactly(FILE);
    assertThat(world.facts()).containsExactly("Instructed", "Confirmed");
  }

  @Test
  void aReportThatContradictsWhatIsKnownIsAnException() {
    world.take(report(FILE, payment(PAYOUT, "ACSC", "")));
    assertThat(world.take(report(FILE, payment(PAYOUT, "RJCT", "AC01"))))
        .isEqualTo(Map.of("exception", 1L));
    assertThat(world.differences()).containsExactly("status_contradicts");
    assertThat(world.facts()).containsExactly("Instructed", "Confirmed");
  }

  @Test
  void aReportOfNothingThatIsAtTheBankIsRefused() {
    assertRefused(report("VPOS-other"), "/file", "unknown_file");
    assertRefused(report(FILE, payment("e9", "ACSC", "")), "/payments/e9", "unknown_payment");
    world.held.add(FILE);
    assertRefused(report(FILE, payment(PAYOUT, "ACSC", "")), "/file", "unknown_file");
    assertThat(world.facts()).hasSize(1);
  }

  @Test
  void whatIsNoMessageOfABankIsRefused() {
    String valid = new String(DAY, StandardCharsets.UTF_8);
    String entity = "<!DOCTYPE d [<!ENTITY x SYSTEM \"file:///etc/hostname\">]>";
    for (String bad :
        List.of(
            "",
            "{}",
            valid.substring(0, 300),
            valid.replace("<Stmt>", "<Statement>").replace("</Stmt>", "</Statement>"),
            valid.replace("<CdtDbtInd>DBIT", "<CdtDbtInd>DEBIT"),
            valid.replace("?><Document", "?>" + entity + "<Document").replace("ST-1", "&x;"))) {
      assertThatThrownBy(() -> world.intake.take(bad.getBytes(StandardCharsets.UTF_8), "f1"))
          .as(bad)
          .isInstanceOf(InvalidMessageException.class);
    }
    assertRefused(
        valid.replace("053.001.08", "053.001.02").getBytes(StandardCharsets.UTF_8),
        "/message",
        "message_unknown");
  }

  private void assertRefused(byte[] message, String pointer, String code) {
    assertThatThrownBy(() -> world.intake.take(message, "f1"))
        .isInstanceOfSatisfying(
            RefusedMessageException.class,
            refused -> {
              assertThat(refused.pointer()).isEqualTo(pointer);
              assertThat(refused.code()).isEqualTo(code);
            });
  }
}
