package io.openvpos.settlement.closing.http;

import static io.openvpos.settlement.fakes.Lines.HEAD;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.openvpos.calendar.BankCalendars;
import io.openvpos.messaging.access.Caller;
import io.openvpos.messaging.access.Role;
import io.openvpos.messaging.http.ProblemException;
import io.openvpos.settlement.closing.DayAsKnown;
import io.openvpos.settlement.closing.DayPreview;
import io.openvpos.settlement.closing.http.DayAsKnownController.Change;
import io.openvpos.settlement.closing.http.DayAsKnownController.Differences;
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
import java.util.Set;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class DayAsKnownControllerTest {

  private static final LocalDate D = LocalDate.parse("2026-11-23");
  private static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");
  private static final Caller AUDITOR = new Caller.Staff("a", Set.of(Role.AUDITOR), null);
  private static final Caller OPS = new Caller.Staff("o", Set.of(Role.ACQUIRER_OPS), null);

  private final InMemoryStores stores = new InMemoryStores(Faults.none());
  private final DayAsKnownController controller =
      new DayAsKnownController(
          stores.dayLog(),
          new DayAsKnown(
              stores.lineStore(), new DayPreview(stores.lineStore(), new BankCalendars("tr-1"))),
          Clock.fixed(NOON.plusSeconds(3_600), ZoneOffset.UTC));

  @BeforeEach
  void threeLinesAnHourApart() {
    stores.dayLog().opened(D, Instant.parse("2026-11-23T21:00:00Z"));
    stores
        .lineStore()
        .insertMissing(
            List.of(
                Lines.capture(HEAD, 1, D, 100_00, 1),
                Lines.known(Lines.capture(HEAD, 2, D, 30_00, 1), NOON),
                Lines.known(Lines.refund(HEAD, 3, D, 50_00), NOON.plusSeconds(1))));
  }

  @Test
  void aDayIsShownAsItWasKnown() {
    assertThat(captured(NOON.minusSeconds(1))).isEqualTo(100_00);
    assertThat(captured(NOON)).isEqualTo(130_00);
    assertThat(total(NOON).refunded()).isZero();
    assertThat(total(NOON.plusSeconds(1)).refunded()).isEqualTo(50_00);
  }

  @Test
  void theDifferenceOfTwoTimesIsWhatCameBetweenThemAndWhy() {
    Differences found = between(NOON.minusSeconds(1), null, "1", null);

    assertThat(found.totals())
        .singleElement()
        .satisfies(total -> {
          assertThat(total.lines()).isEqualTo(2);
          assertThat(total.gross()).isEqualTo(-20_00);
        });
    assertThat(found.data()).extracting(Change::reason).containsExactly("capture");
    assertThat(found.data()).extracting(Change::eventId).containsExactly("pay_2:3");
    assertThat(found.hasMore()).isTrue();
    Differences rest = between(NOON.minusSeconds(1), null, "1", found.data().getFirst().id());
    assertThat(rest.data()).extracting(Change::reason).containsExactly("refund");
    assertThat(rest.hasMore()).isFalse();
    assertThat(between(NOON, NOON.toString(), "20", null).data()).isEmpty();
  }

  @Test
  void theDifferenceIsThatOfTheTwoReports() {
    long before = total(NOON.minusSeconds(1)).net();
    long after = total(NOON.plusSeconds(1)).net();

    assertThat(between(NOON.minusSeconds(1), null, "20", null).totals().getFirst().net())
        .isEqualTo(after - before);
  }

  @Test
  void aClosedDayIsStillShownAsItWasKnown() {
    stores.dayLog().closing(D, NOON.plusSeconds(9), Terms.TERMS);
    stores.dayLog().closed(D, NOON.plusSeconds(9), "digest");

    assertThat(captured(NOON.minusSeconds(1))).isEqualTo(100_00);
  }

  @Test
  void whatIsNoTimeIsToldByItsName() {
    assertThat(fault(() -> controller.asKnown(AUDITOR, D.toString(), null)))
        .isEqualTo("at required");
    assertThat(fault(() -> controller.asKnown(AUDITOR, D.toString(), "dün")))
        .isEqualTo("at invalid");
    assertThat(fault(() -> between(NOON, NOON.minusSeconds(1).toString(), "20", null)))
        .isEqualTo("to invalid");
    assertThat(fault(() -> between(NOON, null, "0", null))).isEqualTo("limit out_of_range");
    ProblemException problem =
        Objects.requireNonNull(
            catchThrowableOfType(
                ProblemException.class, () -> controller.asKnown(OPS, D.toString(), "dün")));
    assertThat(problem.status()).isEqualTo(403);
  }

  private DayPreviewController.Total total(Instant at) {
    return controller.asKnown(AUDITOR, D.toString(), at.toString()).totals().getFirst();
  }

  private long captured(Instant at) {
    return total(at).captured();
  }

  private Differences between(
      Instant from, @Nullable String to, String limit, @Nullable String after) {
    return controller.differences(AUDITOR, D.toString(), from.toString(), to, limit, after);
  }

  private static String fault(ThrowingCallable call) {
    ProblemException problem =
        Objects.requireNonNull(catchThrowableOfType(ProblemException.class, call));
    return problem.fields().getFirst().pointer() + " " + problem.fields().getFirst().code();
  }
}
