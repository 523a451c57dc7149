package io.openvpos.settlement.certificate.reports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.openvpos.money.Mode;
import io.openvpos.settlement.batch.domain.Head;
import io.openvpos.settlement.certificate.domain.Certificate;
import io.openvpos.settlement.certificate.reports.mongo.MongoReportsCertificates;
import io.openvpos.settlement.fakes.Certified;
import io.openvpos.settlement.fakes.ClosedDays;
import io.openvpos.settlement.fakes.Faults;
import io.openvpos.settlement.fakes.Lines;
import io.openvpos.settlement.fakes.MemoryStore;
import io.openvpos.settlement.fakes.Payees;
import io.openvpos.settlement.report.job.JobRunner;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ReportsCertifierTest {

  private static final LocalDate D = LocalDate.parse("2026-11-23");
  private static final Head HEAD = new Head("m_a", Mode.TEST, "TRY");

  private final MemoryStore memory = new MemoryStore();
  private final ClosedDays days = new ClosedDays(new Payees("TR33"));
  private final Certified certified = new Certified(Faults.none());
  private final ReportsCertificates reports =
      new MongoReportsCertificates(memory.plain("report_certificates"));

  @AfterEach
  void forget() {
    memory.close();
  }

  @Test
  void aDayIsCertifiedOnceAllItsFilesAreMadeAndLinkedToTheDayBefore() {
    certified.insert(
        new Certificate(D, Mode.TEST, "TRY", "{}", "ab".repeat(32), Map.of(), Optional.empty()));
    days.close(D, List.of(Lines.capture(HEAD, 900, D, 5, 1)));
    days.close(D.plusDays(1), List.of(Lines.capture(HEAD, 901, D.plusDays(1), 5, 1)));
    certifier().run();
    assertThat(reports.find(D)).isEmpty();

    makeFiles();
    certifier().run();

    ReportsCertificate first = reports.find(D).orElseThrow();
    ReportsCertificate second = reports.find(D.plusDays(1)).orElseThrow();
    assertThat(first.body())
        .contains("\"previous\":\"" + "0".repeat(64) + "\"", "ab".repeat(32), "summary.csv.tr")
        .doesNotContain(" ");
    assertThat(second.body()).contains("\"previous\":\"" + first.sha256() + "\"");
    days.reports
        .sets
        .values()
        .forEach(set ->
            assertThat(set.day().equals(D) ? first.body() : second.body())
                .contains(
                    set.batchId() == null
                        ? set.files().getFirst().sha256()
                        : "\"id\":\"" + set.batchId() + "\""));
  }

  @Test
  void twoInstancesWriteTheSameAndADifferentOneIsRefused() {
    days.close(D, List.of(Lines.capture(HEAD, 900, D, 5, 1)));
    makeFiles();
    certifier().run();
    certifier().run();
    ReportsCertificate kept = reports.find(D).orElseThrow();
    reports.insert(kept);
    assertThatIllegalStateException()
        .isThrownBy(() -> reports.insert(new ReportsCertificate(D, "{}", "00")));
    assertThat(reports.find(D)).contains(kept);
  }

  private void makeFiles() {
    days.desk().orderClosedDays();
    JobRunner runner = days.runner("one", System::nanoTime);
    boolean ran = true;
    while (ran) {
      ran = runner.step();
    }
  }

  private ReportsCertifier certifier() {
    return new ReportsCertifier(
        new ReportsCertifier.Sources(
            days.stores.dayLog(), days.stores.batchStore(), days.reports.fileSetStore(), certified),
        reports);
  }
}
