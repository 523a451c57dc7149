package io.openvpos.merchant.contract.domain;

import static org.assertj.core.api.Assertions.assertThat;

import io.openvpos.merchant.contract.domain.ContractBook.Calendar;
import io.openvpos.merchant.contract.domain.ContractBook.Outcome;
import io.openvpos.merchant.contract.domain.ContractBook.Proposer;
import io.openvpos.merchant.contract.domain.ContractBook.Refusal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class ContractBookTest {

  private static final LocalDate OPEN = LocalDate.of(2026, 11, 23);
  private static final Instant NEXT_START = Instant.parse("2026-11-23T20:00:00Z");
  private static final ContractTerms TERMS = ContractTerms.demo();

  private static final Proposer AYSE = new Proposer("cpr_1", "a@bank");

  private final ContractBook book = ContractBook.first(TERMS);

  @Test
  void theFirstVersionHoldsForEveryDay() {
    assertThat(book.inForce(LocalDate.of(1999, 1, 1)).version()).isEqualTo(1);
    assertThat(book.inForce(OPEN).version()).isEqualTo(1);
  }

  @Test
  void aLaterVersionHoldsFromItsDay() {
    Outcome outcome =
        accepted(
                book.propose(
                    TERMS, OPEN.plusDays(1), at(Instant.parse("2026-11-23T19:00:00Z")), AYSE))
            .approve(2, "b@bank", at(Instant.parse("2026-11-23T19:00:00Z")));

    assertThat(outcome)
        .isInstanceOfSatisfying(
            Outcome.Accepted.class,
            accepted -> {
              assertThat(accepted.book().inForce(OPEN).version()).isEqualTo(1);
              assertThat(accepted.book().inForce(OPEN.plusDays(1)).version()).isEqualTo(2);
            });
  }

  @Test
  void lessThanAnHourBeforeTheStartIsTooLate() {
    Instant late = Instant.parse("2026-11-23T19:00:00.001Z");

    assertThat(book.propose(TERMS, OPEN.plusDays(1), at(late), AYSE))
        .isEqualTo(new Outcome.Refused(Refusal.NOTICE_TOO_SHORT));
    assertThat(book.propose(TERMS, OPEN.plusDays(2), at(late), AYSE))
        .isInstanceOf(Outcome.Accepted.class);
  }

  @Test
  void anOpenDayKeepsItsVersion() {
    assertThat(book.propose(TERMS, OPEN, at(Instant.EPOCH), AYSE))
        .isEqualTo(new Outcome.Refused(Refusal.DAY_ALREADY_OPEN));
  }

  @Test
  void versionsDoNotChangeAndComeInOrder() {
    ContractBook two =
        new ContractBook(
            List.of(book.versions().getFirst(), new ContractVersion(2, OPEN.plusDays(3), TERMS)));

    assertThat(two.propose(TERMS, OPEN.plusDays(3), at(Instant.EPOCH), AYSE))
        .isEqualTo(new Outcome.Refused(Refusal.NOT_AFTER_LATEST));
  }

  @Test
  void everySaleMustHaveAPrice() {
    ContractTerms gap =
        new ContractTerms(
            List.of(PriceRow.forInstallments(1, 11, 200)),
            500,
            BsmvTreatment.ON_TOP,
            true,
            1,
            Fees.none());

    assertThat(book.propose(gap, OPEN.plusDays(1), at(Instant.EPOCH), AYSE))
        .isEqualTo(new Outcome.Refused(Refusal.INCOMPLETE));
  }

  @Test
  void aProposalPricesNothingUntilSomebodyElseApprovesIt() {
    ContractBook waiting = accepted(book.propose(TERMS, OPEN.plusDays(1), early(), AYSE));

    assertThat(waiting.inForce(OPEN.plusDays(1)).version()).isEqualTo(1);
    assertThat(waiting.approve(2, "a@bank", early()))
        .isEqualTo(new Outcome.Refused(Refusal.SAME_PERSON));
    assertThat(waiting.approve(3, "b@bank", early()))
        .isEqualTo(new Outcome.Refused(Refusal.NOT_PROPOSED));
    ContractBook agreed = accepted(waiting.approve(2, "b@bank", early()));
    assertThat(agreed.inForce(OPEN.plusDays(1)).version()).isEqualTo(2);
    assertThat(agreed.proposed()).isNull();
    assertThat(agreed.approve(2, "c@bank", early()))
        .isEqualTo(new Outcome.Refused(Refusal.NOT_PROPOSED));
  }

  @Test
  void theNoticeIsCheckedAgainAtTheApproval() {
    ContractBook waiting = accepted(book.propose(TERMS, OPEN.plusDays(1), early(), AYSE));
    Calendar nextDay = new Calendar(OPEN.plusDays(1), NEXT_START.plusSeconds(86_400), NEXT_START);

    assertThat(waiting.approve(2, "b@bank", at(NEXT_START.minusSeconds(3_599))))
        .isEqualTo(new Outcome.Refused(Refusal.NOTICE_TOO_SHORT));
    assertThat(waiting.approve(2, "b@bank", nextDay))
        .isEqualTo(new Outcome.Refused(Refusal.DAY_ALREADY_OPEN));
  }

  @Test
  void oneProposalWaitsAtATimeAndMayBeWithdrawn() {
    ContractBook waiting = accepted(book.propose(TERMS, OPEN.plusDays(1), early(), AYSE));

    assertThat(waiting.propose(TERMS, OPEN.plusDays(2), early(), AYSE))
        .isEqualTo(new Outcome.Refused(Refusal.ALREADY_PROPOSED));
    assertThat(waiting.withdraw(2)).isEqualTo(new Outcome.Accepted(book));
    assertThat(book.withdraw(2)).isEqualTo(new Outcome.Refused(Refusal.NOT_PROPOSED));
  }

  private static ContractBook accepted(Outcome outcome) {
    assertThat(outcome).isInstanceOf(Outcome.Accepted.class);
    return ((Outcome.Accepted) outcome).book();
  }

  private static Calendar early() {
    return at(Instant.EPOCH);
  }

  private static Calendar at(Instant now) {
    return new Calendar(OPEN, NEXT_START, now);
  }
}
