package io.openvpos.settlement.payout.domain;

import static io.openvpos.settlement.fakes.Lines.HEAD;
import static org.assertj.core.api.Assertions.assertThat;

import io.openvpos.calendar.BankCalendars;
import io.openvpos.settlement.batch.domain.Due;
import io.openvpos.settlement.batch.domain.ReserveTerms;
import io.openvpos.settlement.payout.domain.Payables.Change;
import io.openvpos.settlement.payout.domain.ReserveMovement.Kind;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class PayablesTest {

  private static final LocalDate MON = LocalDate.parse("2026-11-23");
  private static final LocalDate TUE = MON.plusDays(1);
  private static final LocalDate WED = MON.plusDays(2);
  private static final LocalDate THU = MON.plusDays(3);
  private static final Beneficiary SHOP =
      new Beneficiary("TR330006100519786457841326", "Demo Shop");
  private static final BankCalendars CALENDARS = new BankCalendars("tr-1");
  private static final Instant LATER = Instant.parse("2026-11-25T10:00:00Z");

  @Test
  void whatIsDueByTheFirstBankDayAfterIsPaid() {
    Change change = fold(Payables.none(HEAD), MON, due(TUE, 97_90), due(THU, 10_00));
    Payout payout = change.instructed().orElseThrow();
    assertThat(payout.amount()).isEqualTo(97_90);
    assertThat(payout.executionDate()).isEqualTo(TUE);
    assertThat(payout.salesDay()).isEqualTo(MON);
    assertThat(payout.id()).isEqualTo(PayoutId.of(HEAD, MON, 0));
    assertThat(change.next().dues()).containsExactly(due(THU, 10_00));
    assertThat(change.next().foldedDay()).isEqualTo(MON);
  }

  @Test
  void aDayIsTakenInOnce() {
    Payables folded = fold(Payables.none(HEAD), TUE, due(WED, 5_00)).next();
    DayToFold again = new DayToFold(TUE, LATER, WED);
    assertThat(folded.fold(again, List.of(due(WED, 5_00)), () -> SHOP)).isEmpty();
    DayToFold before = new DayToFold(MON, LATER, TUE);
    assertThat(folded.fold(before, List.of(due(WED, 5_00)), () -> SHOP)).isEmpty();
  }

  @Test
  void aDebtIsCarriedAsOneNegativeDueUntilSalesCoverIt() {
    Change first = fold(Payables.none(HEAD), MON, due(TUE, -48_95), due(THU, 20_00));
    assertThat(first.facts()).isEmpty();
    assertThat(first.next().dues()).containsExactly(due(TUE, -48_95), due(THU, 20_00));
    Change second = fold(first.next(), TUE, due(WED, 18_95));
    assertThat(second.facts()).isEmpty();
    assertThat(second.next().dues()).containsExactly(due(WED, -30_00), due(THU, 20_00));
    Change third = fold(second.next(), WED, due(THU, 40_00));
    assertThat(third.instructed().orElseThrow().amount()).isEqualTo(30_00);
    assertThat(third.next().dues()).isEmpty();
  }

  @Test
  void aSumOfZeroPaysNothingAndLeavesNothing() {
    Change change = fold(Payables.none(HEAD), MON, due(MON, -5_00), due(TUE, 5_00));
    assertThat(change.facts()).isEmpty();
    assertThat(change.next().dues()).isEmpty();
  }

  @Test
  void duesOfEarlierDaysArePaidWithoutABatchOfTheDay() {
    LocalDate friday = LocalDate.parse("2026-11-27");
    LocalDate nextMonday = LocalDate.parse("2026-11-30");
    Payables monday = fold(Payables.none(HEAD), MON, due(nextMonday, 70_00)).next();
    Change change = fold(monday, friday);
    assertThat(change.instructed().orElseThrow().executionDate()).isEqualTo(nextMonday);
  }

  @Test
  void nothingIsLostOrPaidTwiceOverManyDays() {
    for (long seed = 1; seed <= 50; seed++) {
      SplittableRandom random = new SplittableRandom(seed);
      Payables head = Payables.none(HEAD);
      long in = 0;
      long out = 0;
      for (int day = 0; day < 60; day++) {
        LocalDate date = MON.plusDays(day);
        List<Due> dues = new ArrayList<>();
        for (int i = random.nextInt(4); i > 0; i--) {
          long amount = random.nextLong(-50_00, 100_00);
          in += amount;
          dues.add(due(date.plusDays(1 + random.nextInt(10)), amount));
        }
        Change change = fold(head, date, dues.toArray(Due[]::new));
        out += change.instructed().map(Payout::amount).orElse(0L);
        head = change.next();
      }
      long left = head.dues().stream().mapToLong(Due::amount).sum();
      assertThat(out + left).as("seed %d", seed).isEqualTo(in);
      LocalDate paidUpTo = CALENDARS.current().firstAfter(MON.plusDays(59));
      assertThat(head.dues())
          .as("seed %d", seed)
          .noneMatch(due -> due.amount() > 0 && !due.valueDate().isAfter(paidUpTo));
    }
  }

  @Test
  void aConfirmationIsTakenOnce() {
    Payables head = fold(Payables.none(HEAD), MON, due(TUE, 97_90)).next();
    String id = PayoutId.of(HEAD, MON, 0);
    Change confirmed = head.confirm(id, new Taken(TUE, LATER)).orElseThrow();
    assertThat(confirmed.facts())
        .containsExactly(new PayoutFact.Confirmed(head.open().getFirst().payout(), TUE, LATER));
    assertThat(confirmed.next().confirm(id, new Taken(TUE, LATER))).isEmpty();
    assertThat(confirmed.next().reject(id, "AC01", reissue(TUE))).isEmpty();
  }

  @Test
  void aRejectionTakesTheNextNumberAndFindsNothingTheSecondTime() {
    Payables head = fold(Payables.none(HEAD), MON, due(TUE, 97_90)).next();
    String id = PayoutId.of(HEAD, MON, 0);
    Change rejected = head.reject(id, "AC01", reissue(TUE)).orElseThrow();
    Payout next = rejected.instructed().orElseThrow();
    assertThat(next.id()).isEqualTo(PayoutId.of(HEAD, MON, 1));
    assertThat(next.amount()).isEqualTo(97_90);
    assertThat(next.salesDay()).isEqualTo(TUE);
    assertThat(next.day()).isEqualTo(MON);
    assertThat(rejected.next().reissues()).isEqualTo(1);
    assertThat(rejected.next().open()).extracting(OpenPayout::payout).containsExactly(next);
    assertThat(rejected.next().reject(id, "AC01", reissue(TUE))).isEmpty();
    Change again = rejected.next().reject(next.id(), "AC04", reissue(WED)).orElseThrow();
    assertThat(again.instructed().orElseThrow().id()).isEqualTo(PayoutId.of(HEAD, MON, 2));
  }

  @Test
  void whatComesBackAfterAConfirmationIsIssuedAgainOnce() {
    Payables head = fold(Payables.none(HEAD), MON, due(TUE, 97_90)).next();
    String id = PayoutId.of(HEAD, MON, 0);
    assertThat(head.giveBack(id, "AC04", reissue(WED))).isEmpty();
    Payables confirmed = head.confirm(id, new Taken(TUE, LATER)).orElseThrow().next();
    Change back = confirmed.giveBack(id, "AC04", reissue(WED)).orElseThrow();
    assertThat(back.facts()).hasSize(2);
    assertThat(back.facts().getFirst()).isInstanceOf(PayoutFact.Returned.class);
    assertThat(back.next().giveBack(id, "AC04", reissue(WED))).isEmpty();
  }

  @Test
  void aConfirmedPayoutIsForgottenAfterTheReturnWindow() {
    Payables head = fold(Payables.none(HEAD), MON, due(TUE, 97_90)).next();
    Payables confirmed =
        head.confirm(PayoutId.of(HEAD, MON, 0), new Taken(TUE, LATER)).orElseThrow().next();
    LocalDate lastDay = TUE.plusDays(Payables.RETURN_WINDOW_DAYS);
    Payables within = fold(confirmed, lastDay, due(lastDay.plusDays(20), 1)).next();
    assertThat(within.open()).hasSize(1);
    assertThat(fold(within, lastDay.plusDays(1)).next().open()).isEmpty();
  }

  @Test
  void theReserveIsTakenFromTheLatestDuesFirst() {
    Change change =
        fold(
            Payables.none(HEAD),
            MON,
            new ReserveTerms(1_000, 30),
            due(TUE, 60_00),
            due(WED, -5_00),
            due(THU, 3_05));

    assertThat(change.moved())
        .containsExactly(new ReserveMovement(HEAD, MON, Kind.HELD, 5_81, LATER, MON.plusDays(30)));
    assertThat(change.instructed().orElseThrow().amount()).isEqualTo(60_00 - (5_81 - 3_05));
    assertThat(change.next().dues()).containsExactly(due(WED, -5_00));
    assertThat(change.next().reserved()).containsExactly(due(MON.plusDays(30), 5_81));
  }

  @Test
  void nothingIsHeldOfADebt() {
    Change change = fold(Payables.none(HEAD), MON, new ReserveTerms(1_000, 30), due(TUE, -60_00));

    assertThat(change.moved()).isEmpty();
    assertThat(change.next().dues()).containsExactly(due(TUE, -60_00));
  }

  @Test
  void whatIsHeldComesBackWithTheFirstPaymentDayFromItsDate() {
    ReserveTerms tenPercent = new ReserveTerms(1_000, 2);
    Payables held = fold(Payables.none(HEAD), MON, tenPercent, due(TUE, 100_00)).next();
    Change tuesday = fold(held, TUE);

    assertThat(tuesday.moved())
        .containsExactly(new ReserveMovement(HEAD, TUE, Kind.RELEASED, 10_00, LATER, null));
    assertThat(tuesday.instructed().orElseThrow().amount()).isEqualTo(10_00);
    assertThat(tuesday.next().reserved()).isEmpty();
    assertThat(fold(tuesday.next(), WED).moved()).isEmpty();
  }

  @Test
  void noMoneyComesSoonerBecauseItWasHeld() {
    LocalDate nextMonth = MON.plusDays(30);
    Change change = fold(Payables.none(HEAD), MON, new ReserveTerms(5_000, 1), due(nextMonth, 10));

    assertThat(change.instructed()).isEmpty();
    assertThat(change.next().reserved()).containsExactly(due(nextMonth, 5));
    assertThat(change.next().dues()).containsExactly(due(nextMonth, 5));
  }

  @Test
  void heldPaidAndDueAreTheNetWhateverIsDrawn() {
    long seed = Long.getLong("seed", 20_261_126L);
    Random random = new Random(seed);
    for (int round = 0; round < 500; round++) {
      Payables head = Payables.none(HEAD);
      long net = 0;
      long paid = 0;
      long reserve = 0;
      for (int day = 0; day < 15; day++) {
        Due[] dues = new Due[random.nextInt(4)];
        for (int i = 0; i < dues.length; i++) {
          dues[i] = due(MON.plusDays(day + 1L + random.nextInt(9)), random.nextLong(-300, 900));
          net += dues[i].amount();
        }
        ReserveTerms terms = new ReserveTerms(random.nextInt(10_001), 1 + random.nextInt(9));
        Change change = fold(head, MON.plusDays(day), terms, dues);
        paid += change.instructed().map(Payout::amount).orElse(0L);
        for (ReserveMovement moved : change.moved()) {
          reserve += moved.kind() == Kind.HELD ? moved.amount() : -moved.amount();
        }
        head = change.next();
        assertThat(sum(head.reserved())).as("seed %d", seed).isEqualTo(reserve).isNotNegative();
        assertThat(paid + sum(head.dues()) + reserve).as("seed %d", seed).isEqualTo(net);
      }
    }
  }

  private static long sum(List<Due> dues) {
    return dues.stream().mapToLong(Due::amount).sum();
  }

  private static Change fold(Payables head, LocalDate day, ReserveTerms terms, Due... dues) {
    DayToFold closing = new DayToFold(day, LATER, CALENDARS.current().firstAfter(day));
    return head.fold(closing, List.of(dues), terms, () -> SHOP).orElseThrow();
  }

  private static Change fold(Payables head, LocalDate day, Due... dues) {
    DayToFold closing = new DayToFold(day, LATER, CALENDARS.current().firstAfter(day));
    return head.fold(closing, List.of(dues), () -> SHOP).orElseThrow();
  }

  private static Reissue reissue(LocalDate day) {
    return new Reissue(new Taken(day, LATER), day.plusDays(1), SHOP);
  }

  private static Due due(LocalDate valueDate, long amount) {
    return new Due(valueDate, amount);
  }
}
