package io.openvpos.settlement.explain.http;

import static io.openvpos.settlement.fakes.Lines.HEAD;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.openvpos.calendar.BankCalendars;
import io.openvpos.messaging.access.Caller;
import io.openvpos.messaging.access.KeyScope;
import io.openvpos.messaging.http.ProblemException;
import io.openvpos.money.Mode;
import io.openvpos.settlement.batch.domain.BatchDraft;
import io.openvpos.settlement.batch.domain.Head;
import io.openvpos.settlement.batch.domain.Line;
import io.openvpos.settlement.batch.domain.PayoutTerms;
import io.openvpos.settlement.explain.LineExplanations;
import io.openvpos.settlement.explain.ValueDateSteps.PassedOver;
import io.openvpos.settlement.fakes.Faults;
import io.openvpos.settlement.fakes.InMemoryStores;
import io.openvpos.settlement.fakes.Lines;
import io.openvpos.settlement.fakes.Terms;
import io.openvpos.settlement.payout.domain.Conversion;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class LineControllerTest {

  /// The day before Ramazan 2026: 19 March is its half day, 20 to 22 March the holiday.
  private static final LocalDate D = LocalDate.parse("2026-03-19");

  private static final Caller SHOP = new Caller.MerchantKey("m_abc", Mode.TEST, KeyScope.SECRET);
  private static final Caller OTHER = new Caller.MerchantKey("m_xyz", Mode.TEST, KeyScope.SECRET);

  private final InMemoryStores stores = new InMemoryStores(Faults.none());
  private final BankCalendars calendars = new BankCalendars("tr-1");
  private final LineController lines =
      new LineController(
          stores.batchStore(),
          new LineExplanations(stores.lineStore(), stores.payoutStore(), calendars));

  @Test
  void aLineTellsItsSourceItsArithmeticAndItsValueDate() {
    String batch = batchOf(Lines.capture(HEAD, 1, D, 100_00, 1));
    LineAnswer answer = lines.get(SHOP, batch, "1");
    assertThat(answer.eventId()).isEqualTo("pay_1:3");
    assertThat(answer.arithmetic()).isEqualTo("10000 + (-200) + (-10) = 9790");
    assertThat(answer.ledgerEntry())
        .isEqualTo("/v1/merchants/m_abc/ledger/entries/m_abc|test|TRY|pay_1:3");
    assertThat(answer.valueDate().wanted()).isEqualTo(LocalDate.parse("2026-03-20"));
    assertThat(answer.valueDate().date()).isEqualTo(LocalDate.parse("2026-03-23"));
    assertThat(answer.valueDate().passedOver())
        .containsExactly(
            new PassedOver(LocalDate.parse("2026-03-20"), "holiday"),
            new PassedOver(LocalDate.parse("2026-03-21"), "weekend"),
            new PassedOver(LocalDate.parse("2026-03-22"), "weekend"));
  }

  @Test
  void whatTheReserveHoldsOfTheBatchAndTheRateOfItsConversionAreTold() {
    String batch = batchOf(Lines.capture(HEAD, 1, D, 100_00, 1));
    Conversion sold =
        new Conversion(
            HEAD,
            D,
            97_90,
            4_711_29,
            new BigDecimal("48.1235"),
            1,
            "2026-03-19.1",
            PayoutTerms.NONE,
            Instant.EPOCH);
    stores.folderStores().conversions().insertMissing(List.of(sold));
    LineAnswer answer =
        new LineController(
                stores.batchStore(),
                new LineExplanations(
                    stores.lineStore(),
                    stores.payoutStore(),
                    stores.folderStores().conversions(),
                    calendars))
            .get(SHOP, batch, "1");
    assertThat(answer.reserve().batchNet()).isEqualTo(97_90);
    assertThat(answer.reserve().batchHeld()).isZero();
    LineAnswer.ConversionAnswer row = Objects.requireNonNull(answer.conversion());
    assertThat(row.rateTable()).isEqualTo("2026-03-19.1");
    assertThat(row.price()).isEqualTo("48.1235");
    assertThat(row.bought()).isEqualTo(4_711_29);
  }

  /// Sold on the Thursday before Good Friday, due with the euro on Tuesday, turned into lira that
  /// moves on Monday already: not by the Thursday's close, which sold what was due before.
  @Test
  void aConversionIsOfTheLinesThatWereDueWhenLiraMoved() {
    LocalDate thursday = LocalDate.parse("2026-04-02");
    Head euros = new Head("m_abc", Mode.TEST, "EUR");
    Line line = Lines.capture(euros, 1, thursday, 100_00, 1);
    BankCalendars all = new BankCalendars(Terms.CALENDARS);
    stores.lineStore().insertMissing(List.of(line));
    BatchDraft draft = new BatchDraft(thursday, euros, all.inForce().of("EUR"));
    draft.add(line);
    stores.batchStore().insert(draft.finish(), Instant.EPOCH);
    stores
        .folderStores()
        .conversions()
        .insertMissing(
            List.of(
                new Conversion(
                    euros,
                    thursday,
                    1_00,
                    55_83,
                    new BigDecimal("55.8347"),
                    1,
                    "2026-04-02.1",
                    PayoutTerms.NONE,
                    Instant.EPOCH)));
    LineAnswer answer =
        new LineController(
                stores.batchStore(),
                new LineExplanations(
                    stores.lineStore(),
                    stores.payoutStore(),
                    stores.folderStores().conversions(),
                    all))
            .get(SHOP, line.batchId(), "1");
    assertThat(answer.valueDate().date()).isEqualTo(thursday.plusDays(5));
    assertThat(answer.valueDate().passedOver()).hasSize(4);
    assertThat(answer.conversion()).isNull();
  }

  @Test
  void aLineOfNobodysOrAnothersBatchIsNotFound() {
    String batch = batchOf(Lines.capture(HEAD, 1, D, 100_00, 1));
    assertThat(problem(() -> lines.get(OTHER, batch, "1"))).isEqualTo("404 not_found");
    assertThat(problem(() -> lines.get(SHOP, batch, "2"))).isEqualTo("404 not_found");
    assertThat(problem(() -> lines.get(SHOP, batch, "one"))).isEqualTo("404 not_found");
    assertThat(problem(() -> lines.get(SHOP, "none", "1"))).isEqualTo("404 not_found");
  }

  private String batchOf(Line line) {
    stores.lineStore().insertMissing(List.of(line));
    BatchDraft draft = new BatchDraft(D, HEAD, calendars.current());
    draft.add(line);
    stores.batchStore().insert(draft.finish(), Instant.EPOCH);
    return line.batchId();
  }

  private static String problem(ThrowingCallable call) {
    ProblemException problem =
        Objects.requireNonNull(catchThrowableOfType(ProblemException.class, call));
    return problem.status() + " " + problem.code();
  }
}
