package io.openvpos.sandbox.certificate;

import static org.assertj.core.api.Assertions.assertThat;

import io.openvpos.calendar.CalendarVersions;
import io.openvpos.money.Mode;
import io.openvpos.settlement.batch.domain.Batch;
import io.openvpos.settlement.batch.domain.Due;
import io.openvpos.settlement.batch.domain.Figures;
import io.openvpos.settlement.batch.domain.Head;
import io.openvpos.settlement.batch.domain.LedgerMark;
import io.openvpos.settlement.batch.domain.Line;
import io.openvpos.settlement.batch.domain.Line.Detail;
import io.openvpos.settlement.batch.domain.Line.Source;
import io.openvpos.settlement.batch.domain.LineType;
import io.openvpos.settlement.batch.domain.PayoutTerms;
import io.openvpos.settlement.batch.domain.Posted;
import io.openvpos.settlement.batch.domain.ReserveTerms;
import io.openvpos.settlement.batch.domain.SeqRange;
import io.openvpos.settlement.batch.domain.SourceHolds;
import io.openvpos.settlement.batch.domain.SourceTotal;
import io.openvpos.settlement.batch.domain.TypeTotals;
import io.openvpos.settlement.businessday.domain.Debtor;
import io.openvpos.settlement.certificate.domain.Certificate;
import io.openvpos.settlement.certificate.domain.CertificateText;
import io.openvpos.settlement.certificate.domain.DayToCertify;
import io.openvpos.settlement.certificate.domain.DigestedFile;
import io.openvpos.settlement.certificate.domain.Evidence;
import io.openvpos.settlement.certificate.domain.Tally;
import io.openvpos.settlement.payout.domain.Beneficiary;
import io.openvpos.settlement.payout.domain.Payout;
import io.openvpos.settlement.payout.domain.PayoutId;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Goal: a certificate that settlement wrote verifies; one with a single changed digit does not,
/// also where the forger makes its hash anew.
class CertificateVerifierTest {

  private static final Head HEAD = new Head("m_abc", Mode.TEST, "TRY");
  private static final Instant CUT_OFF = Instant.parse("2026-11-23T21:00:00Z");
  private static final LocalDate D = LocalDate.parse("2026-11-23");
  private static final String REPORT = "batch_id,…\r\n";

  private final Certificate first = certificate(D, Optional.empty());
  private final Certificate second = certificate(D.plusDays(1), Optional.of(first));

  @TempDir Path folder;

  @Test
  void whatSettlementCertifiedHolds() throws IOException {
    Path report = Files.writeString(folder.resolve("report.csv"), REPORT);
    assertThat(verify(List.of(second.file(), first.file()), List.of(report))).isTrue();
  }

  @Test
  void everySingleChangedDigitIsFound() {
    String file = first.file();
    for (int at = 0; at < file.length(); at++) {
      if (Character.isDigit(file.charAt(at))) {
        assertThat(holds(changed(file, at))).as("digit " + at + " of " + file).isFalse();
      }
    }
  }

  @Test
  void aChangedNumberIsFoundAlsoWhereTheHashIsMadeAnew() {
    String body = first.body();
    int numbers = 0;
    for (int at = 0; at < body.length(); at++) {
      if (Character.isDigit(body.charAt(at)) && isOfNumber(body, at)) {
        String forged = changed(body, at);
        String file = file(forged);
        assertThat(holds(file)).as("digit " + at + " of " + forged).isFalse();
        numbers++;
      }
    }
    assertThat(numbers).isGreaterThan(100);
  }

  @Test
  void theLinkFindsWhatTheArithmeticCannot() {
    for (String text : List.of("tr-1", D.toString(), "2026-11-24", "VPOS-")) {
      String forged = first.body().replaceFirst(text, changed(text, text.length() - 1));
      assertThat(forged).isNotEqualTo(first.body());
      assertThat(verify(List.of(file(forged), second.file()), List.of())).as(text).isFalse();
    }
  }

  @Test
  void aMissingDayIsFound() {
    Certificate third = certificate(D.plusDays(2), Optional.of(second));
    assertThat(verify(List.of(first.file(), third.file()), List.of())).isFalse();
    assertThat(verify(List.of(first.file(), second.file(), third.file()), List.of())).isTrue();
  }

  @Test
  void holdsAreCertifiedFromSomeDayOnAndThenEveryDay() {
    Certificate before = certificate(D, Optional.empty(), Optional.empty());
    Certificate from = certificate(D.plusDays(1), Optional.of(before));
    Certificate after = certificate(D.plusDays(2), Optional.of(from));
    Certificate silent = certificate(D.plusDays(2), Optional.of(from), Optional.empty());
    assertThat(before.body()).doesNotContain("authorized");
    assertThat(after.body()).contains("\"open\":36000,\"opening\":18000");
    assertThat(verify(List.of(before.file(), from.file(), after.file()), List.of())).isTrue();
    assertThat(verify(List.of(before.file(), from.file(), silent.file()), List.of())).isFalse();
  }

  @Test
  void whatIsNoCertificateFails() throws IOException {
    Path other = Files.writeString(folder.resolve("other.csv"), "something else");
    assertThat(verify(List.of(first.file()), List.of(other))).isFalse();
    assertThat(verify(List.of("{}"), List.of())).isFalse();
    assertThat(verify(List.of(""), List.of())).isFalse();
    assertThat(verify(List.of(first.file() + " "), List.of())).isFalse();
    assertThat(verify(List.of(first.file().replace("\"entries\":1", "\"entries\":1.0")), List.of()))
        .isFalse();
  }

  private boolean verify(List<String> files, List<Path> reports) {
    try {
      List<Path> paths = new ArrayList<>();
      for (String text : files) {
        paths.add(Files.writeString(folder.resolve("c" + paths.size() + ".json"), text));
      }
      return CertificateVerifier.print(
          paths,
          reports,
          new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private static boolean holds(String text) {
    try {
      CertificateFile file = CertificateFile.of("c", text);
      return CertificateChecks.of(file).stream().allMatch(Checked::holds)
          && CertificateVerifier.links(List.of(file)).stream().allMatch(Checked::holds);
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  private static String file(String body) {
    return "{\"certificate\":" + body + ",\"sha256\":\"" + CertificateChecks.sha256(body) + "\"}";
  }

  private static String changed(String text, int at) {
    char digit = text.charAt(at);
    char other = digit == '9' ? '1' : (char) (digit + 1);
    return text.substring(0, at) + other + text.substring(at + 1);
  }

  /// A number stands behind a colon, without quotes. A partition is a name, not an amount.
  private static boolean isOfNumber(String body, int at) {
    int start = at;
    while (Character.isDigit(body.charAt(start)) || body.charAt(start) == '-') {
      start--;
    }
    return body.substring(0, start + 1).endsWith("\":")
        && !body.substring(0, start).endsWith("\"partition\"");
  }

  private static Certificate certificate(LocalDate day, Optional<Certificate> before) {
    return certificate(
        day,
        before,
        Optional.of(List.of(new SourceHolds(Mode.TEST, "TRY", 3, 350_00, 1, 100_00, 70_00))));
  }

  private static Certificate certificate(
      LocalDate day, Optional<Certificate> before, Optional<List<SourceHolds>> holds) {
    Source source = new Source("authorization.payments.v1", 0);
    Figures figures = new Figures(100_00, -2_00, -10, 97_90);
    Line line =
        new Line(
            HEAD,
            1,
            HEAD.id() + "|pay_1:3",
            LineType.CAPTURE,
            source,
            day,
            null,
            1,
            figures,
            100_00,
            Detail.NONE,
            "hash",
            null);
    Tally tally = new Tally();
    tally.add(line);
    String digest = CertificateChecks.sha256(REPORT);
    Batch batch =
        new Batch(
            line.batchId(),
            day,
            HEAD,
            1,
            figures,
            TypeTotals.of(line),
            List.of(new Due(day.plusDays(1), 97_90)),
            day.plusDays(1),
            List.of(new SeqRange(1, 1)),
            "tr-1",
            List.of(1),
            new ReserveTerms(1_000, 2),
            PayoutTerms.NONE,
            digest);
    Payout payout =
        new Payout(
            PayoutId.of(HEAD, day, 0),
            HEAD,
            day,
            0,
            88_11,
            day,
            CUT_OFF,
            day.plusDays(1),
            new Beneficiary("TR33", "Çiçekçi Şığ"));
    List<Posted> closing =
        List.of(
            posted("b:1", day, "batch_close", "merchant_pending", "merchant_available", 97_90),
            posted("r:1", day, "reserve_held", "merchant_available", "merchant_reserve", 9_79),
            posted(
                "p:1", day, "payout_instructed", "merchant_available", "payout_in_transit", 88_11));
    LedgerMark mark =
        new LedgerMark(day, source, List.of(new SourceTotal(Mode.TEST, "TRY", 1, 100_00)), holds);
    Evidence evidence =
        new Evidence(
            Mode.TEST,
            "TRY",
            List.of(mark),
            tally,
            List.of(batch),
            closing,
            List.of(payout),
            List.of(new DigestedFile("VPOS-" + day + ".xml", "00")),
            before);
    DayToCertify toCertify =
        new DayToCertify(
            day,
            CUT_OFF,
            CalendarVersions.only("tr-1"),
            new Debtor("Açık", "TR33", "BIC"),
            CertificateChecks.sha256(digest),
            Set.of());
    return CertificateText.write(toCertify, evidence, CertificateChecks::sha256);
  }

  private static Posted posted(
      String id, LocalDate day, String type, String debit, String credit, long amount) {
    return new Posted(
        id, HEAD.id() + "|" + id, day, HEAD, type, Map.of(debit, amount, credit, -amount), CUT_OFF);
  }
}
