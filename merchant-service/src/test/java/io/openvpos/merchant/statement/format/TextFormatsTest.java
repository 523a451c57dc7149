package io.openvpos.merchant.statement.format;

import static org.assertj.core.api.Assertions.assertThat;

import io.openvpos.merchant.ledger.WrittenLedger;
import io.openvpos.merchant.ledger.domain.journal.EntryType;
import io.openvpos.merchant.statement.Examples;
import io.openvpos.merchant.statement.domain.Statement;
import io.openvpos.messaging.http.Languages;
import io.openvpos.messaging.http.Messages;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.json.JsonMapper;

class TextFormatsTest {

  private static final Messages MESSAGES = new Messages(List.of("merchant-service-messages"));

  private final WrittenLedger ledger = Examples.ledger();
  private final Statement statement = Examples.statement(ledger);

  @Test
  void theInternationalCsvIsForPrograms() {
    String csv = written(new CsvStatement(statement, CsvProfile.INTERNATIONAL, key -> key));
    List<String> rows = List.of(csv.split("\r\n", -1));

    assertThat(rows).hasSize(10);
    assertThat(rows.getFirst()).isEqualTo(String.join(",", CsvStatement.COLUMNS));
    assertThat(rows.get(1))
        .isEqualTo(",2026-11-23,,,opening_balance,,,,,TRY,,,,,979.00,979.00,0.00,0.00,0.00");
    assertThat(rows.get(2))
        .startsWith("2,2026-11-23,,2026-11-")
        .contains("+03:00,capture,pay_2,,\"'=1+1;\"\"ğ\"\"\",ev_2,TRY,")
        .contains(",TRY,1234567.89,-24691.36,-1234.57,1208641.96,1209620.96,");
    assertThat(rows.get(3)).contains(",refund,pay_3,,'-2,ev_3,TRY,-50.00,1.00,0.05,-48.95,");
    assertThat(rows.get(4)).contains(",adjustment,pay_4,,,ev_4,TRY,0.00,-100.00,-5.00,-105.00,");
    assertThat(rows.get(5)).contains(",batch_close,,,,ev_5,TRY,0.00,0.00,0.00,0.00,");
    assertThat(rows.get(7)).contains(",payout_confirmed,,,,ev_7,TRY,-97.90,0.00,0.00,-97.90,");
    assertThat(rows.get(8))
        .isEqualTo(
            ",2026-11-24,,,closing_balance,,,,,TRY,,,,,1209369.11,9467.01,1199902.10,0.00,0.00");
  }

  @Test
  void theTurkishProfileIsForExcel() {
    String csv =
        written(
            new CsvStatement(
                statement, CsvProfile.EXCEL_TR, key -> MESSAGES.text(key, Languages.TURKISH)));
    List<String> rows = List.of(csv.split("\r\n", -1));

    assertThat(csv).startsWith("\uFEFFNo;Gün;Devreden gün;Zaman;İşlem;").doesNotContain("sep=");
    assertThat(rows.get(1)).contains(";23.11.2026;;;Açılış bakiyesi;").contains(";979,00;");
    assertThat(rows.get(2))
        .contains(";Satış;pay_2;;\"'=1+1;\"\"ğ\"\"\";ev_2;TRY;1234567,89;-24691,36;")
        .containsPattern(";\\d\\d\\.\\d\\d\\.2026 \\d\\d:\\d\\d:\\d\\d;");
    assertThat(rows.get(8)).contains(";24.11.2026;;;Kapanış bakiyesi;");
  }

  @Test
  void theJsonOpensAndCloses() {
    JsonMapper json =
        JsonMapper.builder().propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE).build();
    JsonNode read = json.readTree(written(new JsonStatement(statement, json)));

    assertThat(read.path("opening").path("balance").asLong()).isEqualTo(97_900);
    assertThat(read.path("entries").size()).isEqualTo(6);
    assertThat(read.path("entry_count").asLong()).isEqualTo(6);
    long net = 0;
    for (JsonNode entry : read.path("entries")) {
      net += entry.path("net").asLong();
      assertThat(entry.path("after").path("balance").asLong()).isEqualTo(97_900 + net);
    }
    assertThat(read.path("closing").path("balance").asLong()).isEqualTo(97_900 + net);
    assertThat(read.path("closing").path("paid_out").asLong()).isEqualTo(9_790);
    assertThat(read.path("entries").path(0).path("order_id").asString("")).startsWith("=1+1");
  }

  @Test
  void everyHeadingAndTypeHasATextInBothLanguages() {
    for (String column : CsvStatement.COLUMNS) {
      assertText("statement.column." + column);
    }
    for (EntryType type : EntryType.values()) {
      assertText("ledger.type." + type.code());
    }
  }

  private static void assertText(String key) {
    for (Locale language : List.of(Locale.ENGLISH, Languages.TURKISH)) {
      assertThat(MESSAGES.text(key, language)).isNotEqualTo(key);
    }
  }

  private String written(TextFormat format) {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    TextFormat.pieces(format, Examples.lines(ledger, statement))
        .forEachRemaining(piece -> all.write(piece, 0, piece.length));
    return all.toString(StandardCharsets.UTF_8);
  }
}
