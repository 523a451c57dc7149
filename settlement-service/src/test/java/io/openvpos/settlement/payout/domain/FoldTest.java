package io.openvpos.settlement.payout.domain;

import static org.assertj.core.api.Assertions.assertThat;

import io.openvpos.calendar.BankCalendars;
import io.openvpos.calendar.CurrencyCalendars;
import io.openvpos.money.Mode;
import io.openvpos.settlement.batch.domain.Due;
import io.openvpos.settlement.batch.domain.Head;
import io.openvpos.settlement.batch.domain.PayoutTerms;
import io.openvpos.settlement.batch.domain.ReserveTerms;
import io.openvpos.settlement.fakes.Rates;
import io.openvpos.settlement.fakes.Terms;
import io.openvpos.settlement.payout.domain.Payables.Change;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class FoldTest {

  private static final LocalDate MON = LocalDate.parse("2026-11-23");
  private static final LocalDate TUE = MON.plusDays(1);
  private static final LocalDate WED = MON.plusDays(2);
  private static final Head LIRA = new Head("m_abc", Mode.TEST, "TRY");
  private static final Head DOLLARS = new Head("m_abc", Mode.TEST, "USD");
  private static final Head EUROS = new Head("m_abc", Mode.TEST, "EUR");
  private static final LocalDate THURSDAY = LocalDate.parse("2026-04-02");

  /// Good Friday, when lira moves and euros do not before Tuesday.
  private static final LocalDate FRIDAY = THURSDAY.plusDays(1);

  private static final LocalDate TUESDAY = THURSDAY.plusDays(5);
  private static final PayoutTerms LEAST = new PayoutTerms(1, null, 100_00);
  private static final PayoutTerms IN_LIRA = new PayoutTerms(1, "TRY", 100_00);

  private final Conditions rates =
      new Conditions(Set.of(), Optional.of(new Rates().put(MON, "48.1235", "55.8347")));

  @Test
  void belowTheMinimumEverythingStaysDueAsItIs() {
    Change monday = fold(Payables.none(LIRA), MON, share(LEAST, due(TUE, 60_00)), rates);
    assertThat(monday.facts()).isEmpty();
    assertThat(monday.next().dues()).containsExactly(due(TUE, 60_00));
    Change tuesday =
        fold(monday.next(), TUE, share(PayoutTerms.NONE, due(WED, 40_00)), Conditions.NONE);
    assertThat(tuesday.instructed().orElseThrow().amount()).isEqualTo(100_00);
    assertThat(tuesday.next().dues()).isEmpty();
    assertThat(tuesday.next().terms()).isEqualTo(LEAST);
  }

  @Test
  void aClosedMerchantGetsTheLastOfItsMoneyHoweverLittle() {
    Conditions closed = new Conditions(Set.of(), Set.of("m_abc"), Optional.empty());
    Change monday = fold(Payables.none(LIRA), MON, share(LEAST, due(TUE, 60_00)), closed);
    assertThat(monday.instructed().orElseThrow().amount()).isEqualTo(60_00);
    assertThat(fold(monday.next(), TUE, DayShare.NONE, closed).facts()).isEmpty();
    Conditions held = new Conditions(Set.of("m_abc"), Set.of("m_abc"), Optional.empty());
    assertThat(fold(Payables.none(LIRA), MON, share(LEAST, due(TUE, 60_00)), held).facts())
        .isEmpty();
  }

  @Test
  void aLaterContractVersionLowersTheMinimum() {
    Change monday = fold(Payables.none(LIRA), MON, share(LEAST, due(TUE, 60_00)), rates);
    Change tuesday =
        fold(monday.next(), TUE, share(new PayoutTerms(2, null, 0), due(WED, 1)), Conditions.NONE);
    assertThat(tuesday.instructed().orElseThrow().amount()).isEqualTo(60_01);
  }

  @Test
  void heldMoneyWaitsAndADebtIsStillNetted() {
    Conditions held = new Conditions(Set.of("m_abc"), rates.rates());
    Change monday = fold(Payables.none(DOLLARS), MON, share(IN_LIRA, due(TUE, 60_00)), held);
    assertThat(monday.facts()).isEmpty();
    assertThat(monday.converted()).isEmpty();
    assertThat(monday.next().dues()).containsExactly(due(TUE, 60_00));
    Change tuesday = fold(monday.next(), TUE, share(IN_LIRA, due(WED, -70_00)), held);
    assertThat(tuesday.next().dues()).containsExactly(due(WED, -10_00));
    assertThat(fold(monday.next(), TUE, DayShare.NONE, rates).converted().orElseThrow().sold())
        .isEqualTo(60_00);
  }

  @Test
  void whatIsGivenBackOfAReserveWaitsToo() {
    Payables before =
        fold(
                Payables.none(LIRA),
                MON,
                new DayShare(List.of(due(TUE, 50_00)), new ReserveTerms(1_000, 2), LEAST, 0),
                rates)
            .next();
    Change tuesday = fold(before, TUE, DayShare.NONE, rates);
    assertThat(tuesday.moved()).hasSize(1);
    assertThat(tuesday.instructed()).isEmpty();
    assertThat(tuesday.next().dues()).containsExactly(due(TUE, 45_00), due(WED, 5_00));
  }

  @Test
  void aForeignSumIsConvertedWhateverTheMinimum() {
    Change change = fold(Payables.none(DOLLARS), MON, share(IN_LIRA, due(TUE, 1_00)), rates);
    Conversion conversion = change.converted().orElseThrow();
    assertThat(conversion.sold()).isEqualTo(1_00);
    assertThat(conversion.bought()).isEqualTo(48_12);
    assertThat(conversion.rateTable()).isEqualTo("2026-11-23.1");
    assertThat(change.facts()).isEmpty();
    assertThat(change.next().dues()).isEmpty();
    assertThat(change.next().convertedOn(MON)).contains(conversion);
    assertThat(change.next().convertedOn(TUE)).isEmpty();

    Change lira =
        fold(Payables.none(LIRA), MON, share(LEAST, due(TUE, 51_88)).plus(conversion), rates);
    assertThat(lira.instructed().orElseThrow().amount()).isEqualTo(100_00);
  }

  @Test
  void withoutARateForeignMoneyStaysDueAndTheDayGoesOn() {
    Change monday =
        fold(Payables.none(DOLLARS), MON, share(IN_LIRA, due(TUE, 60_00)), Conditions.NONE);
    assertThat(monday.converted()).isEmpty();
    assertThat(monday.facts()).isEmpty();
    assertThat(monday.next().dues()).containsExactly(due(TUE, 60_00));
    assertThat(monday.next().foldedDay()).isEqualTo(MON);
  }

  @Test
  void aCurrencyLeavesWhenItsSystemIsOpen() {
    Payout euros =
        foldAtEaster(Payables.none(EUROS), THURSDAY, share(PayoutTerms.NONE, due(TUESDAY, 60_00)))
            .instructed()
            .orElseThrow();
    assertThat(euros.executionDate()).isEqualTo(TUESDAY);
    Payout lira =
        foldAtEaster(Payables.none(LIRA), THURSDAY, share(PayoutTerms.NONE, due(FRIDAY, 60_00)))
            .instructed()
            .orElseThrow();
    assertThat(lira.executionDate()).isEqualTo(FRIDAY);
    // Due on a day that was one of the bank's before the currency had a calendar.
    assertThat(
            foldAtEaster(
                    Payables.none(EUROS), THURSDAY, share(PayoutTerms.NONE, due(FRIDAY, 60_00)))
                .instructed()
                .orElseThrow()
                .executionDate())
        .isEqualTo(TUESDAY);
  }

  @Test
  void whatIsPaidInLiraIsSoldByTheDaysOfLiraAndNotBeforeItsValueDate() {
    DayShare euros = share(IN_LIRA, due(TUESDAY, 60_00));
    Change thursday = foldAtEaster(Payables.none(EUROS), THURSDAY, euros);
    assertThat(thursday.converted()).isEmpty();
    Change friday = foldAtEaster(thursday.next(), FRIDAY, DayShare.NONE);
    assertThat(friday.converted()).isEmpty();
    Change monday = foldAtEaster(friday.next(), TUESDAY.minusDays(1), DayShare.NONE);
    assertThat(monday.converted().orElseThrow().sold()).isEqualTo(60_00);
  }

  @Test
  void aDebtIsNettedWhateverCurrencyTheNextCloseIsPaidIn() {
    Change thursday =
        foldAtEaster(Payables.none(EUROS), THURSDAY, share(PayoutTerms.NONE, due(TUESDAY, -70_00)));
    assertThat(thursday.next().dues()).containsExactly(due(FRIDAY, -70_00));
    DayShare inLira =
        new DayShare(List.of(due(FRIDAY.plusDays(3), 60_00)), ReserveTerms.NONE, IN_LIRA.of(2), 0);
    Change friday = foldAtEaster(thursday.next(), FRIDAY, inLira);
    assertThat(friday.converted()).isEmpty();
    assertThat(friday.next().dues()).containsExactly(due(FRIDAY.plusDays(3), -10_00));
  }

  private Change foldAtEaster(Payables head, LocalDate day, DayShare share) {
    CurrencyCalendars calendars = new BankCalendars(Terms.CALENDARS).inForce();
    DayToFold closing =
        new DayToFold(day, Instant.parse(day + "T21:00:00Z"), PaymentDays.after(day, calendars));
    return fold(head, closing, share, rates);
  }

  private static Change fold(Payables head, LocalDate day, DayShare share, Conditions conditions) {
    DayToFold closing = new DayToFold(day, Instant.parse(day + "T21:00:00Z"), day.plusDays(1));
    return fold(head, closing, share, conditions);
  }

  private static Change fold(
      Payables head, DayToFold closing, DayShare share, Conditions conditions) {
    return head.fold(closing, share, conditions, () -> new Beneficiary("TR33", "Shop"))
        .orElseThrow();
  }

  private static DayShare share(PayoutTerms terms, Due... dues) {
    return new DayShare(List.of(dues), ReserveTerms.NONE, terms, 0);
  }

  private static Due due(LocalDate date, long amount) {
    return new Due(date, amount);
  }
}
