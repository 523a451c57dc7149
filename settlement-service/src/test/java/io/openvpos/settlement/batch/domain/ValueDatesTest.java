package io.openvpos.settlement.batch.domain;

import static io.openvpos.settlement.fakes.Lines.HEAD;
import static org.assertj.core.api.Assertions.assertThat;

import io.openvpos.calendar.BankCalendar;
import io.openvpos.calendar.BankCalendars;
import io.openvpos.calendar.DueDates;
import io.openvpos.settlement.fakes.Lines;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ValueDatesTest {

  private static final LocalDate MONDAY = LocalDate.parse("2026-11-23");
  private final BankCalendar calendar = new BankCalendars("tr-1").current();

  @ParameterizedTest
  @CsvSource({
    "2026-11-23, 1, 2026-11-24",
    "2026-11-27, 1, 2026-11-30", // Friday: the next bank day is Monday
    "2026-11-23, 5, 2026-11-30", // falls on a Saturday
    "2026-11-23, 40, 2027-01-04", // falls on a Saturday behind New Year
    "2026-10-27, 1, 2026-10-28", // a half day is a bank day
    "2026-10-28, 1, 2026-10-30",
    "2026-03-18, 1, 2026-03-19",
    "2026-03-19, 1, 2026-03-23",
    "2026-11-28, 1, 2026-11-30",
    "2026-11-23, 0, 2026-11-24" // never before the first bank day after
  })
  void calendarDaysMovedToTheNextBankDay(LocalDate day, int valueDays, LocalDate expected) {
    assertThat(DueDates.after(calendar, day, valueDays)).isEqualTo(expected);
  }

  @Test
  void refundsTakeTheEarliestValueDateOfTheCaptures() {
    BatchDraft draft = new BatchDraft(MONDAY, HEAD, calendar);
    draft.add(Lines.capture(HEAD, 1, MONDAY, 100_00, 30));
    draft.add(Lines.refund(HEAD, 2, MONDAY, 10_00));
    draft.add(Lines.capture(HEAD, 3, MONDAY, 200_00, 7));
    Batch batch = draft.finish();
    assertThat(batch.earliestValueDate()).isEqualTo(LocalDate.parse("2026-11-30"));
    assertThat(batch.dues())
        .containsExactly(
            new Due(LocalDate.parse("2026-11-30"), 195_80 - 9_79),
            new Due(LocalDate.parse("2026-12-23"), 97_90));
  }

  @Test
  void aVoidBecomesDueWithTheCapturesItUndoes() {
    BatchDraft draft = new BatchDraft(MONDAY, HEAD, calendar);
    draft.add(Lines.capture(HEAD, 1, MONDAY, 100_00, 30));
    draft.add(Lines.capture(HEAD, 2, MONDAY, 100_00, 7));
    draft.add(Lines.voided(HEAD, 3, MONDAY, 100_00, 30));
    assertThat(draft.finish().dues())
        .containsExactly(
            new Due(LocalDate.parse("2026-11-30"), 97_90),
            new Due(LocalDate.parse("2026-12-23"), 0));
  }

  @Test
  void whatIsPaidByInstalmentIsDueInPartsThatSumToIt() {
    ReserveTerms reserve = new ReserveTerms(500, 30);
    BatchDraft draft = new BatchDraft(MONDAY, HEAD, calendar);
    draft.add(Lines.planned(Lines.capture(HEAD, 1, MONDAY, 100_00, 1), 3, reserve));
    draft.add(Lines.planned(Lines.refund(HEAD, 2, MONDAY, 10_00), 1, reserve));
    Batch batch = draft.finish();

    assertThat(batch.dues())
        .containsExactly(
            new Due(LocalDate.parse("2026-12-23"), 32_63 - 9_79),
            new Due(LocalDate.parse("2027-01-25"), 32_63),
            new Due(LocalDate.parse("2027-02-23"), 32_64));
    assertThat(batch.reserve()).isEqualTo(reserve);
    assertThat(batch.earliestValueDate()).isEqualTo(LocalDate.parse("2026-12-23"));
  }

  @Test
  void aVoidOfWhatIsPaidByInstalmentLeavesNothingDue() {
    BatchDraft draft = new BatchDraft(MONDAY, HEAD, calendar);
    draft.add(Lines.planned(Lines.capture(HEAD, 1, MONDAY, 100_00, 1), 3, ReserveTerms.NONE));
    draft.add(Lines.planned(Lines.voided(HEAD, 2, MONDAY, 100_00, 1), 3, ReserveTerms.NONE));

    assertThat(draft.finish().dues()).extracting(Due::amount).containsOnly(0L);
  }

  @Test
  void aBatchWithoutCapturesIsDueOnTheFirstBankDayAfter() {
    LocalDate friday = LocalDate.parse("2026-11-27");
    BatchDraft draft = new BatchDraft(friday, HEAD, calendar);
    draft.add(Lines.refund(HEAD, 9, friday, 50_00));
    Batch batch = draft.finish();
    assertThat(batch.dues()).containsExactly(new Due(LocalDate.parse("2026-11-30"), -48_95));
    assertThat(batch.figures()).isEqualTo(new Figures(-50_00, 1_00, 5, -48_95));
    assertThat(batch.types()).isEqualTo(new TypeTotals(0, 0, 0, 50_00, 0));
  }

  @Test
  void sequenceNumbersAreKeptAsRuns() {
    assertThat(SeqRange.of(new long[] {1, 2, 3, 5, 8, 9}))
        .isEqualTo(List.of(new SeqRange(1, 3), new SeqRange(5, 5), new SeqRange(8, 9)));
    assertThat(SeqRange.of(new long[0])).isEmpty();
  }
}
