package io.openvpos.settlement.batch.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.openvpos.calendar.BankCalendars;
import io.openvpos.messaging.access.Caller;
import io.openvpos.messaging.access.KeyScope;
import io.openvpos.messaging.access.Role;
import io.openvpos.messaging.http.ProblemException;
import io.openvpos.money.Mode;
import io.openvpos.settlement.batch.domain.Batch;
import io.openvpos.settlement.batch.domain.BatchDraft;
import io.openvpos.settlement.batch.domain.Head;
import io.openvpos.settlement.batch.domain.Line;
import io.openvpos.settlement.fakes.Faults;
import io.openvpos.settlement.fakes.InMemoryStores;
import io.openvpos.settlement.fakes.Lines;
import io.openvpos.settlement.report.BatchReports;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.http.ResponseEntity;

class BatchControllerTest {

  private static final LocalDate D = LocalDate.parse("2026-11-23");
  private static final Head MINE = new Head("m_abc", Mode.TEST, "TRY");
  private static final Head MINE_LIVE = new Head("m_abc", Mode.LIVE, "TRY");
  private static final Head OTHERS = new Head("m_xyz", Mode.TEST, "TRY");
  private static final Caller SHOP = new Caller.MerchantKey("m_abc", Mode.TEST, KeyScope.SECRET);
  private static final Caller BROWSER =
      new Caller.MerchantKey("m_abc", Mode.TEST, KeyScope.PUBLISHABLE);
  private static final Caller SHOP_FINANCE =
      new Caller.Staff("s", Set.of(Role.MERCHANT_FINANCE), "m_abc");
  private static final Caller OPS = new Caller.Staff("o", Set.of(Role.ACQUIRER_OPS), null);
  private static final Caller ANALYST = new Caller.Staff("x", Set.of(Role.FRAUD_ANALYST), null);

  private final InMemoryStores stores = new InMemoryStores(Faults.none());
  private final BankCalendars calendars = new BankCalendars("tr-1");
  private final BatchReports reports = new BatchReports(stores.lineStore(), calendars);
  private final BatchController batches = new BatchController(stores.batchStore(), reports);

  @BeforeEach
  void threeBatches() {
    for (Head head : List.of(MINE, MINE_LIVE, OTHERS)) {
      Line line = Lines.capture(head, 1, D, 100_00, 1);
      stores.lineStore().insertMissing(List.of(line));
      BatchDraft draft = new BatchDraft(D, head, calendars.current());
      draft.add(line);
      Batch batch = draft.finish();
      stores.batchStore().insert(batch.withDigest(reports.digest(batch)), Instant.EPOCH);
    }
  }

  @Test
  void aKeySeesItsMerchantsBatchesOfItsMode() {
    assertThat(batches.get(SHOP, id(MINE)).net()).isEqualTo(97_90);
    assertThat(problem(() -> batches.get(SHOP, id(MINE_LIVE)))).isEqualTo("404 not_found");
    assertThat(problem(() -> batches.get(SHOP, id(OTHERS)))).isEqualTo("404 not_found");
    assertThat(problem(() -> batches.report(SHOP, id(OTHERS)))).isEqualTo("404 not_found");
    assertThat(problem(() -> batches.get(BROWSER, id(MINE)))).isEqualTo("403 forbidden");
    assertThat(batches.list(SHOP, null, "m_xyz", null, "20", null).data()).isEmpty();
  }

  @Test
  void aMerchantsFinanceSeesBothModesAndTheAcquirerEverything() {
    assertThat(batches.get(SHOP_FINANCE, id(MINE_LIVE)).mode()).isEqualTo("live");
    assertThat(problem(() -> batches.get(SHOP_FINANCE, id(OTHERS)))).isEqualTo("404 not_found");
    assertThat(batches.get(OPS, id(OTHERS)).merchantId()).isEqualTo("m_xyz");
    assertThat(problem(() -> batches.get(ANALYST, id(MINE)))).isEqualTo("403 forbidden");
    assertThat(problem(() -> batches.list(ANALYST, "today", null, null, "many", "x")))
        .isEqualTo("403 forbidden");
    assertThat(problem(() -> batches.list(OPS, null, null, null, "many", null)))
        .isEqualTo("400 validation_failed");
  }

  @Test
  void figuresAreMagnitudes() {
    BatchAnswer answer = batches.get(OPS, id(MINE));
    assertThat(answer.gross()).isEqualTo(100_00);
    assertThat(answer.commission()).isEqualTo(2_00);
    assertThat(answer.tax()).isEqualTo(10);
    assertThat(answer.gross() - answer.commission() - answer.tax()).isEqualTo(answer.net());
  }

  @Test
  void pagesFollowEachOther() {
    BatchAnswer.Page first = batches.list(OPS, "2026-11-23", null, null, "2", null);
    assertThat(first.hasMore()).isTrue();
    String last = first.data().getLast().id();
    BatchAnswer.Page second = batches.list(OPS, "2026-11-23", null, null, "2", last);
    assertThat(second.hasMore()).isFalse();
    assertThat(second.data()).hasSize(1);
    assertThat(problem(() -> batches.list(OPS, null, null, null, "2", "nope")))
        .isEqualTo("400 validation_failed");
    assertThat(problem(() -> batches.list(OPS, "today", null, null, "2", null)))
        .isEqualTo("400 validation_failed");
    assertThat(problem(() -> batches.list(OPS, null, null, null, "101", null)))
        .isEqualTo("400 validation_failed");
  }

  @Test
  void theReportsBytesAreThoseOfTheDigest() {
    ResponseEntity<reactor.core.publisher.Flux<org.springframework.core.io.buffer.DataBuffer>>
        response = batches.report(SHOP, id(MINE));
    String body =
        Objects.requireNonNull(
            DataBufferUtils.join(Objects.requireNonNull(response.getBody()))
                .map(buffer -> buffer.toString(StandardCharsets.UTF_8))
                .block());
    assertThat(body).startsWith("batch_id,").contains("\r\n" + id(MINE) + ",2026-11-23,");
    assertThat(response.getHeaders().getETag())
        .isEqualTo("\"" + batches.get(SHOP, id(MINE)).digest() + "\"");
  }

  private static String id(Head head) {
    return io.openvpos.settlement.batch.domain.BatchId.of(D, head);
  }

  private static String problem(ThrowingCallable call) {
    ProblemException problem =
        Objects.requireNonNull(catchThrowableOfType(ProblemException.class, call));
    return problem.status() + " " + problem.code();
  }
}
