package io.openvpos.sandbox.bench.settle;

import io.openvpos.money.Mode;
import io.openvpos.sandbox.certificate.CertificateVerifier;
import io.openvpos.settlement.batch.domain.Batch;
import io.openvpos.settlement.batch.domain.BatchStore;
import io.openvpos.settlement.batch.domain.Figures;
import io.openvpos.settlement.businessday.domain.BusinessDay;
import io.openvpos.settlement.businessday.domain.DayLog;
import io.openvpos.settlement.certificate.domain.Certificate;
import io.openvpos.settlement.certificate.domain.CertificateStore;
import io.openvpos.settlement.payout.domain.DayToFile;
import io.openvpos.settlement.payout.domain.Payout;
import io.openvpos.settlement.payout.domain.PayoutFile;
import io.openvpos.settlement.payout.domain.PayoutStore;
import io.openvpos.settlement.report.DigestStream;
import io.openvpos.settlement.report.domain.FileFormat;
import io.openvpos.settlement.report.domain.Language;
import io.openvpos.settlement.report.job.FileSet;
import io.openvpos.settlement.report.job.FileSetStore;
import io.openvpos.settlement.report.job.ReportLibrary;
import io.openvpos.settlement.report.write.ReportFormats;
import io.openvpos.settlement.report.write.ReportRun;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.springframework.context.ConfigurableApplicationContext;

/// Whether a closed and reported day is what was traded. Of the platform's twelve invariants it
/// looks at 1 (the day's trial balance), 7 (captured = fees + paid), 8 (each line in one batch, the
/// same digest when written again) and 9 (the payout file's sums); the others are about services
/// that do not run here.
final class ClosedDay {

  private static final int FILES_OF_A_BATCH = 9;
  private static final int FILES_OF_A_DAY = 27;

  private record Money(Mode mode, String currency) {}

  private final ConfigurableApplicationContext service;
  private final LocalDate day;
  private final Path data;
  private final PrintStream out;
  private boolean ok = true;

  ClosedDay(ConfigurableApplicationContext service, LocalDate day, Path data, PrintStream out) {
    this.service = service;
    this.day = day;
    this.data = data;
    this.out = out;
  }

  /// Prints each check.
  boolean is(int lines, Figures traded) {
    List<Batch> batches = service.getBean(BatchStore.class).ofDay(day);
    List<Payout> payouts = service.getBean(PayoutStore.class).ofClose(day);
    equal("lines in batches", (long) lines, batches.stream().mapToLong(Batch::lines).sum());
    equal(
        "captured, commission, tax and net",
        traded,
        batches.stream().map(Batch::figures).reduce(Figures.ZERO, Figures::plus));
    equal("paid = captured − fees", traded.net(), sum(payouts));
    equal("payouts, one for each batch", batches.size(), payouts.size());
    equal("payout file's control sum", traded.net(), controlSum(payouts));
    files(batches);
    batches.stream().max(Comparator.comparingLong(Batch::lines)).ifPresent(this::again);
    certificates();
    return ok;
  }

  private static long sum(List<Payout> payouts) {
    return payouts.stream().mapToLong(Payout::amount).reduce(0, Math::addExact);
  }

  /// Of the files that the bank gets, made again from the payouts.
  private long controlSum(List<Payout> payouts) {
    BusinessDay closed = closed();
    DayToFile made =
        new DayToFile(
            day,
            Objects.requireNonNull(closed.cutOffAt()),
            closed.frozenTerms().orElseThrow().debtor());
    return payouts.stream()
        .map(payout -> new Money(payout.head().mode(), payout.head().currency()))
        .distinct()
        .map(head -> PayoutFile.ofClose(made, head.mode(), head.currency(), payouts))
        .map(PayoutFile::controlSum)
        .reduce(0L, Math::addExact);
  }

  private BusinessDay closed() {
    return service.getBean(DayLog.class).find(day).orElseThrow();
  }

  private void files(List<Batch> batches) {
    List<FileSet> sets = service.getBean(FileSetStore.class).ofDay(day);
    equal("file sets", batches.size() + 1, sets.size());
    long files = sets.stream().mapToLong(set -> set.files().size()).sum();
    long empty =
        sets.stream()
            .flatMap(set -> set.files().stream())
            .filter(file -> file.bytes() == 0)
            .count();
    equal("files", (long) FILES_OF_A_BATCH * batches.size() + FILES_OF_A_DAY, files);
    equal("empty files", 0L, empty);
    long bytes =
        sets.stream().flatMap(set -> set.files().stream()).mapToLong(one -> one.bytes()).sum();
    out.printf(Locale.ROOT, "            all files: %,d MB%n", bytes >> 20);
  }

  /// The largest batch's CSV is written once more.
  private void again(Batch largest) {
    BusinessDay closed = closed();
    DigestStream stream = new DigestStream(OutputStream.nullOutputStream());
    ReportRun.write(
        service.getBean(ReportLibrary.class).settlement(largest, closed),
        List.of(ReportFormats.writer(FileFormat.CSV, Language.EN, stream)),
        () -> {});
    String kept =
        service.getBean(FileSetStore.class).find(FileSet.id(day, largest.id())).stream()
            .flatMap(set -> set.find("settlement.csv.en").stream())
            .map(file -> file.sha256())
            .findFirst()
            .orElse("");
    equal("largest batch's CSV written again", kept, stream.hexSoFar());
  }

  private void certificates() {
    ByteArrayOutputStream said = new ByteArrayOutputStream();
    List<Path> files =
        service.getBean(CertificateStore.class).ofDay(day).stream().map(this::written).toList();
    boolean holds =
        CertificateVerifier.print(
            files, List.of(), new PrintStream(said, true, StandardCharsets.UTF_8));
    List<String> told = said.toString(StandardCharsets.UTF_8).lines().toList();
    told("the day's certificate verifies", holds, told.isEmpty() ? "" : told.getLast());
  }

  private Path written(Certificate certificate) {
    try {
      return Files.writeString(
          data.resolve(certificate.currency() + "-certificate.json"), certificate.file());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void equal(String what, Object expected, Object found) {
    boolean same = expected.equals(found);
    told(what, same, same ? String.valueOf(found) : found + " instead of " + expected);
  }

  private void told(String what, boolean holds, String detail) {
    ok &= holds;
    out.printf(Locale.ROOT, "%-10s  %s: %s%n", holds ? "ok" : "FAILED", what, detail);
  }
}
