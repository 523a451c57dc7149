package io.openvpos.settlement.report.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.openvpos.messaging.access.Caller;
import io.openvpos.messaging.access.KeyScope;
import io.openvpos.messaging.access.Role;
import io.openvpos.messaging.http.JsonBody;
import io.openvpos.messaging.http.ProblemException;
import io.openvpos.money.Mode;
import io.openvpos.settlement.batch.domain.BatchId;
import io.openvpos.settlement.batch.domain.Head;
import io.openvpos.settlement.fakes.ClosedDays;
import io.openvpos.settlement.fakes.Lines;
import io.openvpos.settlement.fakes.Payees;
import io.openvpos.settlement.report.Sha256;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.http.ResponseEntity;
import org.springframework.mock.http.server.reactive.MockServerHttpRequest;
import org.springframework.mock.web.server.MockServerWebExchange;
import reactor.core.publisher.Flux;
import tools.jackson.databind.json.JsonMapper;

class ReportControllersTest {

  private static final LocalDate D = LocalDate.parse("2026-11-23");
  private static final Head MINE = new Head("m_abc", Mode.TEST, "TRY");
  private static final Head OTHERS = new Head("m_xyz", Mode.TEST, "TRY");
  private static final Caller SHOP = new Caller.MerchantKey("m_abc", Mode.TEST, KeyScope.SECRET);
  private static final Caller FINANCE = staff(Role.ACQUIRER_FINANCE);
  private static final Caller AUDITOR = staff(Role.AUDITOR);
  private static final Caller OPS = staff(Role.ACQUIRER_OPS);

  private final ClosedDays days = new ClosedDays(new Payees("TR330006100519786457841326"));
  private final SettlementReportController batches =
      new SettlementReportController(
          days.stores.batchStore(),
          days.stores.dayLog(),
          days.library(),
          days.reports.fileSetStore());
  private final DayReportController dayReports =
      new DayReportController(
          days.stores.dayLog(),
          days.stores.batchStore(),
          days.library(),
          days.reports.fileSetStore(),
          days.desk());
  private final ReportJobController jobs =
      new ReportJobController(days.desk(), new JsonBody(new JsonMapper()));

  @BeforeEach
  void aClosedDayAndAnOpenOne() {
    days.close(D, List.of(Lines.capture(MINE, 1, D, 100_00, 1), Lines.capture(OTHERS, 1, D, 7, 1)));
    days.stores.dayLog().opened(D.plusDays(1), Instant.EPOCH);
  }

  @Test
  void theBytesSentAreThoseOfTheDigestKept() {
    assertThat(batches.files(SHOP, id(MINE)).ready()).isFalse();
    days.desk().orderClosedDays();
    assertThat(days.runner("r", System::nanoTime).step()).isTrue();

    FilesAnswer files = batches.files(SHOP, id(MINE));
    assertThat(files.ready()).isTrue();
    assertThat(files.data()).hasSize(9);
    for (FilesAnswer.FileAnswer file : files.data()) {
      String extension = file.format().equals("excel-tr") ? "csv" : file.format();
      String profile = file.format().equals("excel-tr") ? "excel-tr" : null;
      ResponseEntity<Flux<DataBuffer>> sent =
          batches.report(SHOP, id(MINE), extension, profile, file.language());
      assertThat(sent.getHeaders().getETag()).isEqualTo("\"" + file.sha256() + "\"");
      byte[] body = body(sent);
      Sha256 sha = new Sha256();
      sha.add(body);
      assertThat(sha.hex()).as(file.path()).isEqualTo(file.sha256());
      assertThat((long) body.length).isEqualTo(file.bytes());
    }
    DayFilesAnswer ofDay = dayReports.files(AUDITOR, D.toString());
    assertThat(ofDay.ready()).isTrue();
    assertThat(ofDay.data()).hasSize(27);
    assertThat(ofDay.batches()).hasSize(2);
    assertThat(ofDay.digest()).hasSize(64);
  }

  @Test
  void eachSeesWhatIsItsOwn() {
    assertThat(problem(() -> batches.report(SHOP, id(OTHERS), "csv", null, null)))
        .isEqualTo("404 not_found");
    assertThat(problem(() -> batches.files(SHOP, id(OTHERS)))).isEqualTo("404 not_found");
    assertThat(body(batches.report(OPS, id(OTHERS), "csv", null, null))).isNotEmpty();
    assertThat(problem(() -> dayReports.report(OPS, D.toString(), "tax", "csv", null, null)))
        .isEqualTo("403 forbidden");
    assertThat(problem(() -> dayReports.files(SHOP, D.toString()))).isEqualTo("403 forbidden");
    assertThat(problem(() -> dayReports.check(OPS, D.toString()))).isEqualTo("403 forbidden");
    assertThat(problem(() -> jobs.list(SHOP, "many"))).isEqualTo("403 forbidden");
    assertThat(problem(() -> order(AUDITOR, "{"))).isEqualTo("403 forbidden");
    assertThat(body(dayReports.report(AUDITOR, D.toString(), "tax", "json", null, null)))
        .isNotEmpty();
  }

  @Test
  void whatIsAskedWronglyIsNamed() {
    String batch = id(MINE);
    assertThat(problem(() -> batches.report(SHOP, batch, "doc", null, null)))
        .isEqualTo("404 not_found");
    assertThat(problem(() -> batches.report(SHOP, batch, "csv", "excel-de", null)))
        .isEqualTo("400 validation_failed [profile invalid]");
    assertThat(problem(() -> batches.report(SHOP, batch, "xlsx", "excel-tr", null)))
        .isEqualTo("400 validation_failed [profile invalid]");
    assertThat(problem(() -> batches.report(SHOP, batch, "csv", null, "de")))
        .isEqualTo("400 validation_failed [lang invalid]");
    assertThat(problem(() -> dayReports.report(FINANCE, "2026-11-24", "tax", "csv", null, null)))
        .isEqualTo("409 day_not_closed");
    assertThat(problem(() -> dayReports.report(FINANCE, "today", "tax", "csv", null, null)))
        .isEqualTo("404 not_found");
    assertThat(
            problem(
                () -> dayReports.report(FINANCE, D.toString(), "settlement", "csv", null, null)))
        .isEqualTo("404 not_found");
    assertThat(problem(() -> order(FINANCE, "{\"from\":\"x\"}")))
        .isEqualTo("400 validation_failed [/from invalid, /to required]");
    assertThat(problem(() -> order(FINANCE, "{\"from\":\"2026-11-23\",\"to\":\"2026-11-22\"}")))
        .isEqualTo("400 validation_failed [/to out_of_range]");
    assertThat(problem(() -> order(FINANCE, "{\"from\":\"2026-11-23\",\"to\":\"2026-11-24\"}")))
        .isEqualTo("409 day_not_closed");
    assertThat(problem(() -> dayReports.check(FINANCE, "2026-11-24")))
        .isEqualTo("409 day_not_closed");
  }

  @Test
  void aJobIsTheSameForTheSameDays() {
    JobAnswer first = order(FINANCE, "{\"from\":\"2026-11-23\",\"to\":\"2026-11-23\"}");
    assertThat(order(FINANCE, "{\"from\":\"2026-11-23\",\"to\":\"2026-11-23\"}")).isEqualTo(first);
    assertThat(first.status()).isEqualTo("waiting");
    days.runner("r", System::nanoTime).step();
    JobAnswer done = jobs.get(AUDITOR, first.id());
    assertThat(done.status()).isEqualTo("done");
    assertThat(done.done()).isEqualTo(3).isEqualTo(done.total());
    JobAnswer check = dayReports.check(AUDITOR, D.toString());
    days.runner("r", System::nanoTime).step();
    assertThat(jobs.get(AUDITOR, check.id()).differing()).isZero();
    assertThat(jobs.list(FINANCE, "10").data()).hasSize(2);
    assertThat(problem(() -> jobs.get(FINANCE, "none"))).isEqualTo("404 not_found");
  }

  private JobAnswer order(Caller caller, String json) {
    return jobs.order(
        caller,
        MockServerWebExchange.from(
            MockServerHttpRequest.post("/v1/report-jobs")
                .header("Content-Type", "application/json")
                .body(json)));
  }

  private static byte[] body(ResponseEntity<Flux<DataBuffer>> sent) {
    return Objects.requireNonNull(
        DataBufferUtils.join(Objects.requireNonNull(sent.getBody()))
            .map(buffer -> {
              byte[] bytes = new byte[buffer.readableByteCount()];
              buffer.read(bytes);
              return bytes;
            })
            .block());
  }

  private static Caller staff(Role role) {
    return new Caller.Staff("s", Set.of(role), null);
  }

  private static String id(Head head) {
    return BatchId.of(D, head);
  }

  private static String problem(ThrowingCallable call) {
    ProblemException problem =
        Objects.requireNonNull(catchThrowableOfType(ProblemException.class, call));
    List<String> fields =
        problem.fields().stream().map(field -> field.pointer() + " " + field.code()).toList();
    return problem.status() + " " + problem.code() + (fields.isEmpty() ? "" : " " + fields);
  }
}
