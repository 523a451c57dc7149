package io.openvpos.settlement.businessday.http;

import static io.openvpos.settlement.fakes.Lines.HEAD;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.openvpos.messaging.access.Caller;
import io.openvpos.messaging.access.KeyScope;
import io.openvpos.messaging.access.Role;
import io.openvpos.messaging.http.ProblemException;
import io.openvpos.money.Mode;
import io.openvpos.settlement.businessday.DayFigures;
import io.openvpos.settlement.businessday.DaySequencer;
import io.openvpos.settlement.fakes.Faults;
import io.openvpos.settlement.fakes.InMemoryStores;
import io.openvpos.settlement.fakes.Lines;
import io.openvpos.settlement.fakes.Terms;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class BusinessDayControllerTest {

  private static final LocalDate D = LocalDate.parse("2026-11-23");
  private static final Clock NOON =
      Clock.fixed(Instant.parse("2026-11-23T09:00:00Z"), ZoneOffset.UTC);
  private static final Caller FINANCE = new Caller.Staff("f", Set.of(Role.ACQUIRER_FINANCE), null);
  private static final Caller AUDITOR = new Caller.Staff("a", Set.of(Role.AUDITOR), null);
  private static final Caller SHOP = new Caller.MerchantKey("m_abc", Mode.TEST, KeyScope.SECRET);

  private final InMemoryStores stores = new InMemoryStores(Faults.none());

  @Test
  void theOpenDayIsShownWithItsTotalsSoFar() {
    BusinessDayController days = controller(true);
    stores
        .lineStore()
        .insertMissing(
            List.of(Lines.capture(HEAD, 1, D, 100_00, 1), Lines.refund(HEAD, 2, D, 50_00)));
    BusinessDayAnswer answer = days.get(AUDITOR, "2026-11-23");
    assertThat(answer.status()).isEqualTo("open");
    assertThat(answer.cutOffAt()).isEqualTo(Instant.parse("2026-11-23T21:00:00Z"));
    assertThat(answer.totals())
        .containsExactly(
            new BusinessDayAnswer.Total("test", "TRY", 1, 100_00, 0, 50_00, 0, 1_00, 5, 48_95, 0));
  }

  @Test
  void aCloseIsAnsweredTheSameHoweverOftenItIsAsked() {
    BusinessDayController days = controller(true);
    BusinessDayAnswer first = days.close(FINANCE, "2026-11-23");
    assertThat(first.status()).isEqualTo("closing");
    assertThat(first.cutOffAt()).isEqualTo(NOON.instant());
    assertThat(days.close(FINANCE, "2026-11-23")).isEqualTo(first);
    assertThat(problem(() -> days.close(FINANCE, "2026-11-24")))
        .isEqualTo("409 previous_day_closing");
    assertThat(problem(() -> days.close(FINANCE, "2026-11-25"))).isEqualTo("409 day_not_open");
    assertThat(problem(() -> days.close(FINANCE, "tomorrow"))).isEqualTo("404 not_found");
  }

  @Test
  void withoutEarlyCloseTheCutOffIsAwaited() {
    BusinessDayController days = controller(false);
    assertThat(problem(() -> days.close(FINANCE, "2026-11-23")))
        .isEqualTo("409 cut_off_not_reached");
  }

  @Test
  void daysAreListedNewestFirst() {
    BusinessDayController days = controller(true);
    days.close(FINANCE, "2026-11-23");
    assertThat(days.list(AUDITOR, null, "100", null).data())
        .extracting(BusinessDayAnswer::date)
        .containsExactly(D.plusDays(1), D);
    assertThat(days.list(AUDITOR, "open", "100", null).data())
        .extracting(BusinessDayAnswer::date)
        .containsExactly(D.plusDays(1));
    BusinessDayAnswer.Page page = days.list(AUDITOR, null, "1", null);
    assertThat(page.hasMore()).isTrue();
    assertThat(days.list(AUDITOR, null, "1", "2026-11-24").data())
        .extracting(BusinessDayAnswer::date)
        .containsExactly(D);
    assertThat(problem(() -> days.list(AUDITOR, "shut", "100", null)))
        .isEqualTo("400 validation_failed");
    assertThat(problem(() -> days.list(AUDITOR, null, "0", null)))
        .isEqualTo("400 validation_failed");
    assertThat(problem(() -> days.list(AUDITOR, null, "1", "2020-01-01")))
        .isEqualTo("400 validation_failed");
  }

  @Test
  void onlyTheAcquirersFinanceAndAuditorsSeeDaysAndOnlyFinanceCloses() {
    BusinessDayController days = controller(true);
    assertThat(problem(() -> days.get(SHOP, "2026-11-23"))).isEqualTo("403 forbidden");
    assertThat(problem(() -> days.list(SHOP, null, "1", null))).isEqualTo("403 forbidden");
    assertThat(problem(() -> days.list(SHOP, "shut", "many", "never"))).isEqualTo("403 forbidden");
    assertThat(problem(() -> days.list(AUDITOR, null, "many", null)))
        .isEqualTo("400 validation_failed");
    assertThat(problem(() -> days.close(AUDITOR, "2026-11-23"))).isEqualTo("403 forbidden");
    assertThat(problem(() -> days.get(AUDITOR, "2020-01-01"))).isEqualTo("404 not_found");
  }

  private BusinessDayController controller(boolean earlyClose) {
    DaySequencer sequencer =
        new DaySequencer(
            stores.sequenceStore(),
            stores.dayLog(),
            Terms.policy(earlyClose, Terms.TERMS),
            Optional.empty(),
            NOON);
    sequencer.begin();
    return new BusinessDayController(
        sequencer, stores.dayLog(), new DayFigures(stores.lineStore(), stores.batchStore(), NOON));
  }

  private static String problem(ThrowingCallable call) {
    ProblemException problem =
        Objects.requireNonNull(catchThrowableOfType(ProblemException.class, call));
    return problem.status() + " " + problem.code();
  }
}
