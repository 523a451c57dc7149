package io.openvpos.settlement.report.write;

import static org.assertj.core.api.Assertions.assertThat;

import io.openvpos.settlement.fakes.ClosedDays;
import io.openvpos.settlement.report.Sha256;
import io.openvpos.settlement.report.domain.FileFormat;
import io.openvpos.settlement.report.domain.Language;
import io.openvpos.settlement.report.domain.Report;
import io.openvpos.settlement.report.domain.ReportKind;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TimeZone;
import org.junit.jupiter.api.Test;

/// The text formats byte for byte, in `src/test/resources/reports`. `-Dgolden=write` writes them
/// anew: only with a new version of the report, since the digests of closed days change with them.
class GoldenReportsTest {

  private static final Path FOLDER = Path.of("src/test/resources/reports");
  private static final boolean WRITE = "write".equals(System.getProperty("golden"));

  private final ClosedDays days = Samples.days();

  @Test
  void everyTextFileIsItsGoldenCopy() throws IOException {
    for (Report report : reports()) {
      golden(report, FileFormat.CSV, Language.EN);
      golden(report, FileFormat.EXCEL_TR, Language.TR);
      golden(report, FileFormat.JSON, Language.EN);
    }
  }

  @Test
  void everyFileIsTheSameWhereverItIsWritten() {
    for (Report report : reports()) {
      for (FileFormat format : FileFormat.values()) {
        byte[] here = Samples.bytes(report, format, Language.TR);
        Locale locale = Locale.getDefault();
        TimeZone zone = TimeZone.getDefault();
        try {
          Locale.setDefault(Locale.of("tr", "TR"));
          TimeZone.setDefault(TimeZone.getTimeZone("Pacific/Chatham"));
          assertThat(Samples.bytes(report, format, Language.TR))
              .as("%s %s", report.fileName(), format)
              .isEqualTo(here);
        } finally {
          Locale.setDefault(locale);
          TimeZone.setDefault(zone);
        }
      }
    }
  }

  @Test
  void theLastFieldIsTheDigestOfWhatPrecedesIt() {
    for (Report report : reports()) {
      for (FileFormat format : List.of(FileFormat.CSV, FileFormat.EXCEL_TR, FileFormat.JSON)) {
        for (Language language : Language.values()) {
          String text = new String(Samples.bytes(report, format, language), StandardCharsets.UTF_8);
          String mark = format == FileFormat.JSON ? ",\"sha256\"" : "#sha256";
          int at = text.lastIndexOf(mark);
          Sha256 sha = new Sha256();
          sha.add(text.substring(0, at).getBytes(StandardCharsets.UTF_8));
          assertThat(text.substring(at)).as("%s %s", format, language).contains(sha.hex());
        }
      }
    }
  }

  private List<Report> reports() {
    List<Report> reports = new ArrayList<>();
    reports.add(Samples.settlement(days, Samples.HEAD));
    reports.add(Samples.settlement(days, Samples.YEN));
    for (ReportKind kind : List.of(ReportKind.SUMMARY, ReportKind.TAX, ReportKind.COMMISSION)) {
      reports.add(days.library().ofDay(kind, days.day(Samples.D)));
    }
    return reports;
  }

  private static void golden(Report report, FileFormat format, Language language)
      throws IOException {
    byte[] found = Samples.bytes(report, format, language);
    Path file = FOLDER.resolve(report.fileName() + "." + format.code());
    if (WRITE) {
      Files.write(file, found);
    }
    assertThat(new String(found, StandardCharsets.UTF_8))
        .as(file.toString())
        .isEqualTo(Files.readString(file));
  }
}
