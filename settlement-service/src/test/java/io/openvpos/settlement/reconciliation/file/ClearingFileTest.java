package io.openvpos.settlement.reconciliation.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNoException;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.openvpos.money.Mode;
import io.openvpos.settlement.reconciliation.domain.Item;
import io.openvpos.settlement.reconciliation.domain.Items;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ClearingFileTest {

  private static final FileHeader HEADER =
      new FileHeader(FileKind.CLEARING, "2026-11-23.test.1", "OVPNET", Items.D, Mode.TEST, 1);
  private static final List<Item> ITEMS =
      List.of(
          Items.capture(1, 10_000), Items.capture(2, 12_990), Items.chargeback(1, 500, "CASE-1"));
  private static final String FILE = file(ITEMS);

  @Test
  void whatIsWrittenIsRead() {
    List<Item> read = new ArrayList<>();
    ClearingFileReader.Read whole =
        ClearingFileReader.read(stream(FILE), FileKind.CLEARING, (_, item) -> read.add(item));
    assertThat(read).isEqualTo(ITEMS);
    assertThat(whole.header()).isEqualTo(HEADER);
    assertThat(whole.records()).isEqualTo(3);
    assertThat(FILE)
        .startsWith("H|OVPCLR01|2026-11-23.test.1|OVPNET|2026-11-23|test|1\nD|CAP|RRN000000001|")
        .contains("\nS|CAP|TRY|2|22990\nS|CBK|TRY|1|500\nT|3\nC|" + whole.digest());
  }

  @Test
  void aFileOfNothingIsWhole() {
    assertThatNoException().isThrownBy(() -> read(file(List.of())));
  }

  @Test
  void aFileCutAnywhereIsRefused() {
    for (int length = 0; length < FILE.length(); length++) {
      assertThat(refused(FILE.substring(0, length)).code()).startsWith("clearing_");
    }
  }

  @Test
  void aFileWithAnyCharacterChangedIsRefused() {
    long seed = 41;
    System.out.println("seed " + seed);
    Random random = new Random(seed);
    for (int index = 0; index < FILE.length(); index++) {
      char other = (char) (' ' + random.nextInt('~' - ' '));
      if (other != FILE.charAt(index)) {
        refused(FILE.substring(0, index) + other + FILE.substring(index + 1));
      }
    }
  }

  @Test
  void theFirstWrongLineIsNamedWithItsReason() {
    assertThat(named(FILE.replace("|10000|", "|10001|"))).isEqualTo("5 clearing_totals");
    assertThat(named(FILE.replace("|10000|", "|0|"))).isEqualTo("2 clearing_value");
    assertThat(named(FILE.replace("T|3", "T|4"))).isEqualTo("7 clearing_count");
    assertThat(named(FILE + "D|")).isEqualTo("8 clearing_after_end");
    assertThat(named(FILE + FILE)).isEqualTo("8 clearing_after_end");
    assertThat(named(FILE.replace("AUTH01", "AUTHŞ1"))).isEqualTo("2 clearing_encoding");
    assertThat(named(FILE.replace("OVPCLR01", "OVPPRS01"))).isEqualTo("1 clearing_format");
    assertThat(named("")).isEqualTo("1 clearing_truncated");
    assertThat(named(FILE.replace("******6111", "4155650100416111"))).isEqualTo("2 clearing_value");
    assertThat(named(FILE.replace("RRN000000002", "RRN000000003")))
        .isEqualTo("8 clearing_checksum");
  }

  private static String named(String file) {
    RefusedFileException refused = refused(file);
    return refused.line() + " " + refused.code();
  }

  private static RefusedFileException refused(String file) {
    return Objects.requireNonNull(
        catchThrowableOfType(RefusedFileException.class, () -> read(file)), file);
  }

  private static void read(String file) {
    ClearingFileReader.read(stream(file), FileKind.CLEARING, (_, _) -> {});
  }

  private static InputStream stream(String file) {
    return new ByteArrayInputStream(file.getBytes(StandardCharsets.UTF_8));
  }

  private static String file(List<Item> items) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ClearingFileWriter writer = new ClearingFileWriter(out, HEADER);
    items.forEach(writer::add);
    writer.finish();
    return out.toString(StandardCharsets.US_ASCII);
  }
}
