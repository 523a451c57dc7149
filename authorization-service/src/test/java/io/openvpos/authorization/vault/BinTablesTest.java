package io.openvpos.authorization.vault;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.openvpos.authorization.command.ImportBins;
import io.openvpos.authorization.fakes.MemoryStore;
import io.openvpos.authorization.vault.mongo.MongoBinTables;
import io.openvpos.messaging.task.Tasks;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// A table is imported by the command and used by running instances; what is not sound changes
/// nothing.
class BinTablesTest {

  private static final String HEAD = BinFile.FORM + "\n";

  @TempDir private Path folder;

  @Test
  void runningInstancesUseTheNewestTable() throws IOException {
    BinTable table = BinTable.bundled();
    Bins bins = new Bins(table);
    try (MemoryStore store = new MemoryStore();
        BinTableReader reader =
            new BinTableReader(MongoBinTables.in(store.database()), table, Tasks.system())) {
      assertThat(bins.find("415566")).hasValueSatisfying(visa -> known(visa, "unknown", "foreign"));

      assertThat(run(store, sample())).contains("version 1: 4 ranges", "exit 0");
      reader.read();
      assertThat(bins.find("415566")).hasValueSatisfying(one -> known(one, "credit", "own_bank"));
      assertThat(bins.find("41556812")).hasValueSatisfying(one -> known(one, "debit", "debit"));
      assertThat(bins.find("41556899"))
          .hasValueSatisfying(one -> known(one, "credit", "commercial"));
      // The bundled ones go on to hold where nothing else is said.
      assertThat(bins.find("41556501"))
          .hasValueSatisfying(one -> known(one, "credit", "domestic_credit"));

      assertThat(run(store, HEAD + "41556501,41556501,visa,debit,TR,debit\n"))
          .contains("version 2: 1 ranges");
      reader.read();
      assertThat(bins.find("41556501")).hasValueSatisfying(one -> known(one, "debit", "debit"));
      assertThat(bins.find("415566")).hasValueSatisfying(visa -> known(visa, "unknown", "foreign"));
    }
  }

  @Test
  void digitsThatShareAClassAndNotAProgrammeTellTheClassAlone() throws IOException {
    BinTable table = BinTable.bundled();
    Bins bins = new Bins(table);
    try (MemoryStore store = new MemoryStore();
        BinTableReader reader =
            new BinTableReader(MongoBinTables.in(store.database()), table, Tasks.system())) {
      run(
          store,
          HEAD
              + "41556601,41556601,visa,credit,TR,domestic_credit,Damla\n"
              + "41556602,41556602,visa,credit,TR,domestic_credit,Kırlangıç 2\n"
              + "41556603,41556603,visa,credit,TR,domestic_credit\n");
      reader.read();

      assertThat(bins.find("415566"))
          .contains(new Bins.Bin("visa", "credit", "TR", "domestic_credit", null));
      assertThat(bins.find("41556602").map(Bins.Bin::pointsProgram)).contains("Kırlangıç 2");
      assertThat(bins.find("41556603").map(Bins.Bin::pointsProgram)).isEmpty();
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "#bins | line 1: not",
        "415566,415566,visa,credit,TR | line 2: not from,to",
        "415566,41556,visa,credit,TR,own_bank | line 2: not from,to",
        "415567,415566,visa,credit,TR,own_bank | line 2: not from,to",
        "415566001,415566001,visa,credit,TR,own_bank | line 2: not from,to",
        "415566,415566,visa,gold,TR,own_bank | line 2: not from,to",
        "415566,415566,visa,credit,TR,dear | line 2: not from,to",
        "415566,415566,visa,credit,Tr,own_bank | line 2: not from,to",
        "415566,415566,visa,credit,TR,own_bank, | line 2: not from,to",
        "415566,415566,visa,credit,TR,own_bank,<b> | line 2: not from,to",
        "415566,415566,visa,credit,TR,own_bank,Damla,1 | line 2: not from,to",
        "415566,415566,visa,credit,DE,foreign,Damla | line 2: not from,to",
        "1,3,visa,credit,TR,debit/3,4,visa,credit,TR,debit | line 3: overlaps line 2"
      })
  void whatIsNotSoundChangesNothing(String lines, String fault) throws IOException {
    try (MemoryStore store = new MemoryStore()) {
      String text = lines.startsWith("#") ? lines : HEAD + lines.replace('/', '\n');

      assertThat(run(store, text)).contains(fault, "Nothing was changed.", "exit 1");

      assertThat(MongoBinTables.in(store.database()).newest()).isEmpty();
    }
  }

  private static void known(Bins.Bin bin, String funding, String cardClass) {
    assertThat(bin.funding()).isEqualTo(funding);
    assertThat(bin.cardClass()).isEqualTo(cardClass);
  }

  private static String sample() throws IOException {
    try (InputStream csv = BinTable.class.getResourceAsStream("bins-sample.csv")) {
      assertThat(csv).isNotNull();
      return new String(csv.readAllBytes(), UTF_8);
    }
  }

  private String run(MemoryStore store, String text) throws IOException {
    Path file = Files.writeString(folder.resolve("bins.csv"), text);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    List<String> args = new ArrayList<>(List.of(ImportBins.NAME, file.toString()));
    args.addAll(Arrays.asList(store.settings()));
    int exit = ImportBins.run(args.toArray(String[]::new), new PrintStream(out, true, UTF_8));
    return out.toString(UTF_8) + "exit " + exit;
  }
}
