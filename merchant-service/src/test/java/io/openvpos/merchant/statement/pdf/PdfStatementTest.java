package io.openvpos.merchant.statement.pdf;

import static org.assertj.core.api.Assertions.assertThat;

import io.openvpos.merchant.ledger.WrittenLedger;
import io.openvpos.merchant.statement.Examples;
import io.openvpos.merchant.statement.domain.Period;
import io.openvpos.merchant.statement.domain.Statement;
import io.openvpos.merchant.statement.pdf.PdfStatement.Holder;
import io.openvpos.messaging.http.Languages;
import io.openvpos.messaging.http.Messages;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.openpdf.text.pdf.PdfReader;
import org.openpdf.text.pdf.parser.PdfTextExtractor;

/// The files are left in `target/statements` to be looked at.
class PdfStatementTest {

  private static final Holder HOLDER =
      new Holder("Şükrü Öğütçü İç ve Dış Ticaret A.Ş. ığüşöçİĞÜŞÖÇ", "mer_1");

  private final Path folder = Path.of("target/statements");
  private final PdfStatement pdf =
      new PdfStatement(new Messages(List.of("merchant-service-messages")));

  @Test
  void theSameStatementIsTheSameBytes() throws IOException {
    WrittenLedger ledger = WrittenLedger.random(7, 300);
    Statement statement = whole(ledger);

    byte[] first = write(ledger, statement, Languages.TURKISH, "first.pdf");

    assertThat(write(ledger, statement, Languages.TURKISH, "second.pdf")).isEqualTo(first);
    assertThat(write(ledger, statement, Locale.ENGLISH, "english.pdf")).isNotEqualTo(first);
  }

  @Test
  void itSaysWhatTheStatementSaysInTurkish() throws IOException {
    WrittenLedger ledger = Examples.ledger();
    byte[] written = write(ledger, Examples.statement(ledger), Languages.TURKISH, "small.pdf");

    try (PdfReader reader = new PdfReader(written)) {
      String text = new PdfTextExtractor(reader).getTextFromPage(1);
      assertThat(text)
          .contains("Hesap özeti")
          .contains("Şükrü Öğütçü İç ve Dış Ticaret A.Ş. ığüşöçİĞÜŞÖÇ")
          .contains("Açılış bakiyesi")
          .contains("1.208.641,96")
          .contains("Ödeme talimatı (97,90)")
          .contains("Kapanış bakiyesi")
          .contains("Test modu");
    }
  }

  @Test
  void aLongOneHasItsHeadingsOnEveryPage() throws IOException {
    WrittenLedger ledger = WrittenLedger.random(7, 300);
    byte[] written = write(ledger, whole(ledger), Locale.ENGLISH, "long.pdf");

    try (PdfReader reader = new PdfReader(written)) {
      assertThat(reader.getNumberOfPages()).isBetween(7, 12);
      for (int page = 1; page <= reader.getNumberOfPages(); page++) {
        assertThat(new PdfTextExtractor(reader).getTextFromPage(page))
            .contains("Balance")
            .contains("Page " + page);
      }
    }
  }

  @Test
  void aStatementWithoutEntriesIsOnePage() throws IOException {
    WrittenLedger empty = new WrittenLedger();
    byte[] written = write(empty, Examples.statement(empty), Languages.TURKISH, "empty.pdf");

    try (PdfReader reader = new PdfReader(written)) {
      assertThat(reader.getNumberOfPages()).isOne();
    }
  }

  private static Statement whole(WrittenLedger ledger) {
    Period period = new Period(WrittenLedger.FIRST, WrittenLedger.FIRST.plusDays(60));
    return Examples.of(ledger).of(WrittenLedger.KEY, period);
  }

  private byte[] write(WrittenLedger ledger, Statement statement, Locale language, String name)
      throws IOException {
    Files.createDirectories(folder);
    Path file = folder.resolve(name);
    pdf.write(statement, Examples.lines(ledger, statement), HOLDER, language, file);
    return Files.readAllBytes(file);
  }
}
