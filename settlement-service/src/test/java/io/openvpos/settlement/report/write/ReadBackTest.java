package io.openvpos.settlement.report.write;

import static org.assertj.core.api.Assertions.assertThat;

import io.openvpos.settlement.fakes.ClosedDays;
import io.openvpos.settlement.report.domain.FileFormat;
import io.openvpos.settlement.report.domain.Language;
import io.openvpos.settlement.report.domain.Report;
import io.openvpos.settlement.report.domain.ReportKind;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.CellValue;
import org.apache.poi.ss.usermodel.FormulaEvaluator;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.openpdf.text.pdf.PdfReader;
import org.openpdf.text.pdf.parser.PdfTextExtractor;

/// Reads spreadsheets and papers with other programs than those that wrote them.
class ReadBackTest {

  private final ClosedDays days = Samples.days();

  @Test
  void aSpreadsheetHasRealNumbersAndAFrozenHeader() throws IOException {
    try (XSSFWorkbook book = xlsx(Samples.settlement(days, Samples.HEAD))) {
      Sheet lines = book.getSheetAt(0);
      assertThat(lines.getPaneInformation().isFreezePane()).isTrue();
      assertThat((int) lines.getPaneInformation().getHorizontalSplitPosition()).isEqualTo(1);
      Row first = lines.getRow(1);
      Cell credit = first.getCell(column(lines, "Brüt alacak"));
      assertThat(credit.getCellType()).isEqualTo(CellType.NUMERIC);
      assertThat(credit.getNumericCellValue()).isEqualTo(12_345.67);
      Cell order = first.getCell(column(lines, "Sipariş no"));
      assertThat(order.getStringCellValue()).isEqualTo("Şişli-Çağrı/İĞÜ");
      Cell formula = lines.getRow(2).getCell(column(lines, "Sipariş no"));
      assertThat(formula.getCellType()).isEqualTo(CellType.STRING);
      Cell rrn = first.getCell(column(lines, "RRN"));
      assertThat(rrn.getStringCellValue()).isEqualTo("632912345672");
      assertThat(first.getCell(column(lines, "İşlem zamanı")).getLocalDateTimeCellValue())
          .hasToString("2026-11-24T23:59:59.252");
      assertThat(first.getCell(column(lines, "Takas komisyonu"))).isNull();
      assertThat(lines.getLastRowNum()).isEqualTo(7);
    }
  }

  @Test
  void totalsByFormulaEqualTotalsByValue() throws IOException {
    int compared = 0;
    for (Report report :
        new Report[] {
          Samples.settlement(days, Samples.HEAD),
          days.library().ofDay(ReportKind.SUMMARY, days.day(Samples.D)),
          days.library().ofDay(ReportKind.TAX, days.day(Samples.D)),
          days.library().ofDay(ReportKind.COMMISSION, days.day(Samples.D))
        }) {
      try (XSSFWorkbook book = xlsx(report)) {
        FormulaEvaluator evaluator = book.getCreationHelper().createFormulaEvaluator();
        Sheet totals = book.getSheet("Toplamlar");
        for (Row row : totals) {
          for (Cell cell : row) {
            if (cell.getCellType() == CellType.FORMULA) {
              CellValue value = evaluator.evaluate(cell);
              Cell below = totals.getRow(row.getRowNum() + 1).getCell(cell.getColumnIndex());
              assertThat(value.getNumberValue())
                  .as(cell.getCellFormula())
                  .isCloseTo(
                      below.getNumericCellValue(),
                      org.assertj.core.api.Assertions.within(0.000_001));
              compared++;
            }
          }
        }
      }
    }
    assertThat(compared).isGreaterThan(30);
  }

  @Test
  void aPaperHasTurkishLettersAndTheTotals() throws IOException {
    Report report = Samples.settlement(days, Samples.HEAD);
    PdfReader reader = new PdfReader(Samples.bytes(report, FileFormat.PDF, Language.TR));
    String text = new PdfTextExtractor(reader).getTextFromPage(1);
    assertThat(text)
        .contains("Mutabakat raporu", "Çiğköfteci Şükrü İnş. A.Ş.", "Şişli-Çağrı/İĞÜ")
        .contains("12.345,67", "Kapanış bakiyesi", "TR33******************1326")
        .doesNotContain("TR330006100519786457841326");
    reader.close();
  }

  private static XSSFWorkbook xlsx(Report report) throws IOException {
    return new XSSFWorkbook(
        new ByteArrayInputStream(Samples.bytes(report, FileFormat.XLSX, Language.TR)));
  }

  private static int column(Sheet sheet, String heading) {
    for (Cell cell : sheet.getRow(0)) {
      if (cell.getStringCellValue().equals(heading)) {
        return cell.getColumnIndex();
      }
    }
    throw new AssertionError("no column " + heading);
  }
}
