package io.openvpos.settlement.batch;

import static io.openvpos.settlement.fakes.Lines.HEAD;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.openvpos.money.Mode;
import io.openvpos.settlement.batch.domain.LedgerMark;
import io.openvpos.settlement.batch.domain.Line;
import io.openvpos.settlement.batch.domain.SourceTotal;
import io.openvpos.settlement.fakes.Faults;
import io.openvpos.settlement.fakes.InMemoryStores;
import io.openvpos.settlement.fakes.Lines;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class LedgerIntakeTest {

  private static final LocalDate D = LocalDate.parse("2026-11-23");
  private final InMemoryStores stores = new InMemoryStores(Faults.none());
  private final LedgerIntake intake = new LedgerIntake(stores.lineStore(), stores.markStore());
  private final Line first = Lines.capture(HEAD, 1, D, 100_00, 1);
  private final Line second = Lines.capture(HEAD, 2, D, 50_00, 1);
  private final LedgerMark mark =
      new LedgerMark(
          D,
          first.source(),
          List.of(new SourceTotal(Mode.TEST, "TRY", 2, 150_00)),
          Optional.empty());

  @Test
  void theWholeLogMayComeAgain() {
    for (int i = 0; i < 3; i++) {
      intake.lines(List.of(first, second));
      intake.mark(mark);
    }
    assertThat(stores.lines).hasSize(2);
    assertThat(stores.marks).hasSize(1);
  }

  @Test
  void aLineThatComesFirstAfterTheMarkStopsTheLogAndIsNotStored() {
    intake.lines(List.of(first));
    intake.mark(mark);
    for (int i = 0; i < 2; i++) {
      assertThatIllegalStateException()
          .isThrownBy(() -> intake.lines(List.of(first, second)))
          .withMessageContaining(second.id());
    }
    assertThat(stores.lines).hasSize(1);
  }

  @Test
  void aLineOfAnotherDayOrSourceIsNotHeldBackByTheMark() {
    intake.mark(mark);
    intake.lines(List.of(Lines.capture(HEAD, 3, D.plusDays(1), 10_00, 1)));
    assertThat(stores.lines).hasSize(1);
  }

  @Test
  void aMarkThatCountsAnewStopsTheLog() {
    intake.mark(mark);
    LedgerMark other =
        new LedgerMark(
            D,
            first.source(),
            List.of(new SourceTotal(Mode.TEST, "TRY", 3, 160_00)),
            Optional.empty());
    assertThatIllegalStateException().isThrownBy(() -> intake.mark(other));
  }
}
