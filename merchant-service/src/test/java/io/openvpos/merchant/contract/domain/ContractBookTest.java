package io.openvpos.merchant.contract.domain;

import static org.assertj.core.api.Assertions.assertThat;

import io.openvpos.merchant.contract.domain.ContractBook.Calendar;
import io.openvpos.merchant.contract.domain.ContractBook.Proposal;
import io.openvpos.merchant.contract.domain.ContractBook.Refusal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class ContractBookTest {

  private static final LocalDate OPEN = LocalDate.of(2026, 11, 23);
  private static final Instant NEXT_START = Instant.parse("2026-11-23T20:00:00Z");
  private static final ContractTerms TERMS = ContractTerms.demo();

  private final ContractBook book = ContractBook.first(TERMS);

  @Test
  void theFirstVersionHoldsForEveryDay() {
    assertThat(book.inForce(LocalDate.of(1999, 1, 1)).version()).isEqualTo(1);
    assertThat(book.inForce(OPEN).version()).isEqualTo(1);
  }

  @Test
  void aLaterVersionHoldsFromItsDay() {
    Proposal proposal =
        book.propose(TERMS, OPEN.plusDays(1), at(Instant.parse("2026-11-23T19:00:00Z")));

    assertThat(proposal)
        .isInstanceOfSatisfying(
            Proposal.Accepted.class,
            accepted -> {
              assertThat(accepted.book().inForce(OPEN).version()).isEqualTo(1);
              assertThat(accepted.book().inForce(OPEN.plusDays(1)).version()).isEqualTo(2);
            });
  }

  @Test
  void lessThanAnHourBeforeTheStartIsTooLate() {
    Instant late = Instant.parse("2026-11-23T19:00:00.001Z");

    assertThat(book.propose(TERMS, OPEN.plusDays(1), at(late)))
        .isEqualTo(new Proposal.Refused(Refusal.NOTICE_TOO_SHORT));
    assertThat(book.propose(TERMS, OPEN.plusDays(2), at(late)))
        .isInstanceOf(Proposal.Accepted.class);
  }

  @Test
  void anOpenDayKeepsItsVersion() {
    assertThat(book.propose(TERMS, OPEN, at(Instant.EPOCH)))
        .isEqualTo(new Proposal.Refused(Refusal.DAY_ALREADY_OPEN));
  }

  @Test
  void versionsDoNotChangeAndComeInOrder() {
    ContractBook two =
        new ContractBook(
            List.of(book.versions().getFirst(), new ContractVersion(2, OPEN.plusDays(3), TERMS)));

    assertThat(two.propose(TERMS, OPEN.plusDays(3), at(Instant.EPOCH)))
        .isEqualTo(new Proposal.Refused(Refusal.NOT_AFTER_LATEST));
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

    assertThat(book.propose(gap, OPEN.plusDays(1), at(Instant.EPOCH)))
        .isEqualTo(new Proposal.Refused(Refusal.INCOMPLETE));
  }

  private static Calendar at(Instant now) {
    return new Calendar(OPEN, NEXT_START, now);
  }
}
