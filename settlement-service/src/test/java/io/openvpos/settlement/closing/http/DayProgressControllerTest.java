package io.openvpos.settlement.closing.http;

import static io.openvpos.settlement.fakes.Lines.HEAD;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.openvpos.calendar.BankCalendars;
import io.openvpos.messaging.access.Caller;
import io.openvpos.messaging.access.Role;
import io.openvpos.messaging.http.ProblemException;
import io.openvpos.money.Mode;
import io.openvpos.settlement.batch.domain.LedgerMark;
import io.openvpos.settlement.batch.domain.Line.Source;
import io.openvpos.settlement.batch.domain.SourceTotal;
import io.openvpos.settlement.closing.DayPreview;
import io.openvpos.settlement.closing.DayProgress;
import io.openvpos.settlement.fakes.Faults;
import io.openvpos.settlement.fakes.InMemoryStores;
import io.openvpos.settlement.fakes.Lines;
import io.openvpos.settlement.fakes.Terms;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class DayProgressControllerTest {

  private static final LocalDate D = LocalDate.parse("2026-11-23");
  private static final Instant CUT_OFF = Instant.parse("2026-11-23T21:00:00Z");
  private static final Caller AUDITOR = new Caller.Staff("a", Set.of(Role.AUDITOR), null);
  private static final Caller OPS = new Caller.Staff("o", Set.of(Role.ACQUIRER_OPS), null);

  private final InMemoryStores stores = new InMemoryStores(Faults.none());
  private final DayProgressController progress =
      new DayProgressController(
          stores.dayLog(),
          new DayProgress(
              stores.lineStore(),
              stores.markStore(),
              stores.batchStore(),
              stores.payoutStore(),
              new DayProgress.Sources(Lines.SOURCES, 1)));
  private final DayPreviewController preview =
      new DayPreviewController(
          stores.dayLog(), new DayPreview(stores.lineStore(), new BankCalendars("tr-1")));

  @BeforeEach
  void anOpenDayWithTwoLines() {
    stores.dayLog().opened(D, CUT_OFF);
    stores
        .lineStore()
        .insertMissing(
            List.of(Lines.capture(HEAD, 1, D, 100_00, 1), Lines.refund(HEAD, 2, D, 50_00)));
  }

  @Test
  void theStagesFollowEachOtherAndSayWhatIsMissing() {
    assertThat(progress.get(AUDITOR, D.toString()).stage()).isEqualTo("open");
    assertThat(progress.get(AUDITOR, D.toString()).waitsFor().marks()).isZero();

    stores.dayLog().closing(D, CUT_OFF, Terms.TERMS);
    assertThat(progress.get(AUDITOR, D.toString()).stage()).isEqualTo("requested");

    mark(Lines.SOURCES.getFirst(), new SourceTotal(Mode.TEST, "TRY", 3, 160_00));
    DayProgressController.Answer draining = progress.get(AUDITOR, D.toString());
    assertThat(draining.stage()).isEqualTo("draining");
    assertThat(draining.waitsFor().firstMarks())
        .containsExactly(D + "|settlement.chargebacks.v1|0", D + "|merchant.adjustments.v1|0");
    assertThat(draining.partitions().getFirst().totals())
        .containsExactly(
            new DayProgressController.CountAnswer("test", "TRY", 3L, 2, 160_00L, 150_00));
    assertThat(draining.partitions().getFirst().marked()).isTrue();
    assertThat(draining.partitions().getLast().marked()).isFalse();

    mark(Lines.SOURCES.get(1));
    mark(Lines.SOURCES.get(2));
    assertThat(progress.get(AUDITOR, D.toString()).stage()).isEqualTo("cutting");
    stores.dayLog().cut(D, 1);
    assertThat(progress.get(AUDITOR, D.toString()).stage()).isEqualTo("paying");
    stores.dayLog().paid(D, 0, List.of());
    assertThat(progress.get(AUDITOR, D.toString()).stage()).isEqualTo("posting");
    stores.dayLog().closed(D, CUT_OFF, "digest");
    assertThat(progress.get(AUDITOR, D.toString()).stage()).isEqualTo("closed");
  }

  @Test
  void thePreviewIsWhatTheDayWouldComeToAndSaysThatItIsPreliminary() {
    DayPreviewController.Answer answer = preview.get(AUDITOR, D.toString());
    assertThat(answer.preliminary()).isTrue();
    assertThat(answer.totals())
        .containsExactly(
            new DayPreviewController.Total(
                "test",
                "TRY",
                1,
                2,
                1,
                100_00,
                0,
                50_00,
                0,
                1_00,
                5,
                48_95,
                List.of(new DayPreviewController.Due(D.plusDays(1), 48_95))));
  }

  @Test
  void aClosedDayHasNoPreviewAndOnlyFinanceAndAuditorsSeeEither() {
    stores.dayLog().closing(D, CUT_OFF, Terms.TERMS);
    stores.dayLog().closed(D, CUT_OFF, "digest");
    assertThat(problem(() -> preview.get(AUDITOR, D.toString()))).isEqualTo("409 day_closed");
    assertThat(problem(() -> preview.get(OPS, "never"))).isEqualTo("403 forbidden");
    assertThat(problem(() -> progress.get(OPS, D.toString()))).isEqualTo("403 forbidden");
    assertThat(problem(() -> progress.get(AUDITOR, "never"))).isEqualTo("404 not_found");
    assertThat(problem(() -> progress.get(AUDITOR, "2020-01-01"))).isEqualTo("404 not_found");
  }

  private void mark(String topic, SourceTotal... totals) {
    stores
        .markStore()
        .record(new LedgerMark(D, new Source(topic, 0), List.of(totals), Optional.empty()));
  }

  private static String problem(ThrowingCallable call) {
    ProblemException problem =
        Objects.requireNonNull(catchThrowableOfType(ProblemException.class, call));
    return problem.status() + " " + problem.code();
  }
}
