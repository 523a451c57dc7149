package io.openvpos.settlement.payables.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.openvpos.calendar.BankCalendars;
import io.openvpos.messaging.access.Caller;
import io.openvpos.messaging.access.KeyScope;
import io.openvpos.messaging.access.Role;
import io.openvpos.messaging.http.ProblemException;
import io.openvpos.money.Mode;
import io.openvpos.settlement.batch.domain.BatchDraft;
import io.openvpos.settlement.batch.domain.Head;
import io.openvpos.settlement.batch.domain.PayoutTerms;
import io.openvpos.settlement.batch.domain.ReserveTerms;
import io.openvpos.settlement.businessday.DaySequencer;
import io.openvpos.settlement.fakes.Faults;
import io.openvpos.settlement.fakes.InMemoryStores;
import io.openvpos.settlement.fakes.Lines;
import io.openvpos.settlement.fakes.Payees;
import io.openvpos.settlement.fakes.Terms;
import io.openvpos.settlement.payables.PayablesView;
import io.openvpos.settlement.payables.http.PayablesAnswer.DueAnswer;
import io.openvpos.settlement.payout.PayoutFolder;
import io.openvpos.settlement.payout.domain.DayToFold;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/// Monday is closed with sales of two heads, Tuesday is open with one more sale.
class PayablesControllerTest {

  private static final LocalDate MON = LocalDate.parse("2026-11-23");
  private static final LocalDate TUE = MON.plusDays(1);
  private static final Head LIRA = new Head("m_abc", Mode.TEST, "TRY");
  private static final Head DOLLARS = new Head("m_abc", Mode.TEST, "USD");
  private static final Caller SHOP = new Caller.MerchantKey("m_abc", Mode.TEST, KeyScope.SECRET);
  private static final Caller LIVE = new Caller.MerchantKey("m_abc", Mode.LIVE, KeyScope.SECRET);
  private static final Caller STRANGER =
      new Caller.Staff("umut", Set.of(Role.MERCHANT_ADMIN), "m_xyz");
  private static final Caller AUDITOR = new Caller.Staff("a", Set.of(Role.AUDITOR), null);

  private final InMemoryStores stores = new InMemoryStores(Faults.none());
  private final BankCalendars calendars = new BankCalendars(Terms.CALENDARS);
  private Map<String, String> held = Map.of();
  private final PayablesController controller;

  PayablesControllerTest() {
    controller = controller(stores, TUE);
    BatchDraft lira = new BatchDraft(MON, LIRA, calendars.current());
    lira.add(Lines.planned(Lines.capture(LIRA, 1, MON, 300_00, 1), 3, new ReserveTerms(1_000, 20)));
    BatchDraft dollars = new BatchDraft(MON, DOLLARS, calendars.current());
    dollars.add(
        Lines.paidBy(Lines.capture(DOLLARS, 1, MON, 100_00, 1), new PayoutTerms(1, "TRY", 5_00)));
    var _ =
        new PayoutFolder(stores.payablesStore(), stores.payoutStore(), new Payees("TR33"))
            .fold(
                new DayToFold(MON, Instant.parse("2026-11-23T21:00:00Z"), TUE),
                List.of(lira.finish(), dollars.finish()));
    stores.lineStore().insertMissing(List.of(Lines.capture(LIRA, 2, TUE, 200_00, 1)));
  }

  /// The day is open and none before it was ever closed.
  private PayablesController controller(InMemoryStores of, LocalDate day) {
    DaySequencer days =
        new DaySequencer(
            of.sequenceStore(),
            of.dayLog(),
            Terms.policy(true, Terms.TERMS),
            Optional.of(day),
            Clock.fixed(Instant.parse(day + "T09:00:00Z"), ZoneOffset.UTC));
    days.begin();
    return new PayablesController(
        new PayablesView(
            new PayablesView.Stores(of.payablesStore(), of.batchStore(), of.lineStore()),
            days,
            calendars,
            () -> held));
  }

  @Test
  void theDueListIsWhatIsOwedWhereverItIs() {
    PayablesAnswer lira = controller.payables(SHOP, null, null).data().getFirst();
    assertThat(lira.currency()).isEqualTo("TRY");
    assertThat(lira.pending()).isEqualTo(195_80);
    assertThat(lira.reserve()).isEqualTo(29_37);
    assertThat(lira.available()).isEqualTo(293_70 - 29_37);
    assertThat(lira.expected()).containsExactly(new DueAnswer(TUE.plusDays(1), 195_80));
    assertThat(lira.dues()).hasSize(3);
    assertThat(lira.dues().stream().mapToLong(DueAnswer::amount).sum()).isEqualTo(lira.available());
    assertThat(lira.foldedDay()).isEqualTo(MON);
    PayablesAnswer dollars = controller.payables(SHOP, "m_abc", "test").data().getLast();
    assertThat(dollars.settlementCurrency()).isEqualTo("TRY");
    assertThat(dollars.minimumPayout()).isEqualTo(5_00);
    assertThat(dollars.payableNext()).isEqualTo(97_90);
  }

  @Test
  void theCalendarHoldsWhatIsToBePaidWhen() {
    CalendarAnswer calendar = controller.calendar(SHOP, null, "2027-03-31", null, null);
    assertThat(calendar.daysToCome()).isTrue();
    assertThat(calendar.data())
        .extracting(row -> row.date() + " " + row.currency() + " " + row.amount())
        .containsExactly(
            "2026-11-25 TRY 19580",
            "2026-11-25 USD 9790",
            "2026-12-23 TRY 9790",
            "2027-01-25 TRY 9790",
            "2027-02-23 TRY 9790");
    assertThat(calendar.data().get(1).settlementCurrency()).isEqualTo("TRY");
    CalendarAnswer all = controller.calendar(AUDITOR, "2026-12-01", "2026-12-31", null, null);
    assertThat(all.daysToCome()).isFalse();
    assertThat(all.data()).hasSize(1);
  }

  /// On Thanksgiving lira moves, and dollars do not before the day after it.
  @Test
  void theNextPaymentDayIsOfTheCurrencyPaidIn() {
    InMemoryStores fresh = new InMemoryStores(Faults.none());
    LocalDate wednesday = MON.plusDays(2);
    Head own = new Head("m_own", Mode.TEST, "USD");
    Head turned = new Head("m_turned", Mode.TEST, "USD");
    fresh
        .lineStore()
        .insertMissing(
            List.of(
                Lines.capture(new Head("m_own", Mode.TEST, "TRY"), 1, wednesday, 100_00, 1),
                Lines.capture(own, 1, wednesday, 100_00, 1),
                Lines.paidBy(
                    Lines.capture(turned, 1, wednesday, 100_00, 1), new PayoutTerms(1, "TRY", 0))));
    PayablesController onWednesday = controller(fresh, wednesday);
    assertThat(onWednesday.payables(AUDITOR, "m_own", null).data())
        .extracting(row -> row.currency() + " " + row.nextPaymentDay())
        .containsExactly("TRY 2026-11-26", "USD 2026-11-27");
    assertThat(onWednesday.payables(AUDITOR, "m_turned", null).data())
        .extracting(row -> row.currency() + " " + row.nextPaymentDay())
        .containsExactly("USD 2026-11-26");
    assertThat(onWednesday.calendar(AUDITOR, null, null, "m_own", null).data())
        .extracting(row -> row.currency() + " " + row.date())
        .containsExactly("TRY 2026-11-26", "USD 2026-11-27");
    assertThat(onWednesday.calendar(AUDITOR, null, null, "m_turned", null).data())
        .extracting(row -> row.date() + " " + row.settlementCurrency())
        .containsExactly("2026-11-27 TRY");
  }

  @Test
  void whoIsHeldIsPaidNothing() {
    held = Map.of("m_abc", "Şüpheli satış");
    assertThat(controller.payables(SHOP, null, null).data())
        .extracting(PayablesAnswer::hold)
        .containsOnly("Şüpheli satış");
    assertThat(controller.calendar(SHOP, null, null, null, null).data()).isEmpty();
  }

  @Test
  void everybodySeesTheirOwn() {
    assertThat(controller.payables(LIVE, null, null).data()).isEmpty();
    assertThat(controller.payables(LIVE, null, "test").data()).isEmpty();
    assertThat(controller.payables(STRANGER, null, null).data()).isEmpty();
    assertThat(problem(() -> controller.payables(STRANGER, "m_abc", null)))
        .isEqualTo("404 not_found");
    assertThat(problem(() -> controller.calendar(STRANGER, null, null, "m_abc", null)))
        .isEqualTo("404 not_found");
    assertThat(controller.payables(AUDITOR, "m_abc", null).data()).hasSize(2);
    assertThat(problem(() -> controller.payables(AUDITOR, null, null)))
        .isEqualTo("400 validation_failed");
    assertThat(
            problem(() ->
                controller.payables(
                    new Caller.Staff("f", Set.of(Role.FRAUD_ANALYST), null), "m_abc", null)))
        .isEqualTo("403 forbidden");
  }

  @Test
  void whatIsNoRangeIsRefused() {
    assertThat(problem(() -> controller.calendar(SHOP, "2026-12-02", "2026-12-01", null, null)))
        .isEqualTo("400 validation_failed");
    assertThat(problem(() -> controller.calendar(SHOP, "2026-12-02", "2028-12-01", null, null)))
        .isEqualTo("400 validation_failed");
    assertThat(problem(() -> controller.calendar(SHOP, "1.12.2026", null, null, null)))
        .isEqualTo("400 validation_failed");
    assertThat(problem(() -> controller.calendar(SHOP, "9999-12-31", null, null, null)))
        .isEqualTo("400 validation_failed");
    assertThat(problem(() -> controller.calendar(SHOP, null, null, null, "both")))
        .isEqualTo("400 validation_failed");
  }

  private static String problem(ThrowingCallable call) {
    ProblemException problem =
        Objects.requireNonNull(catchThrowableOfType(ProblemException.class, call));
    return problem.status() + " " + problem.code();
  }
}
