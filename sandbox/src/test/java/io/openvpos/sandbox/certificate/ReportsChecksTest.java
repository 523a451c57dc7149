package io.openvpos.sandbox.certificate;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Certificates of reports, written here by hand in their canonical form.
class ReportsChecksTest {

  private static final String NONE = "0".repeat(64);
  private static final String SHEET = "PK…";

  @TempDir Path folder;

  @Test
  void linkedDaysHoldAndABatchsFileIsNamedByItsList() throws IOException {
    String first = file("2026-11-23", NONE);
    String second = file("2026-11-24", hash(body("2026-11-23", NONE)));
    Path report = Files.writeString(folder.resolve("settlement.xlsx"), SHEET);
    Path list =
        Files.writeString(
            folder.resolve("files.json"),
            "{\"data\":[{\"sha256\":\"" + hash(SHEET) + "\",\"format\":\"xlsx\"}]}");
    assertThat(verify(List.of(second, first), List.of(report), List.of(list))).isTrue();
    assertThat(verify(List.of(second, first), List.of(report), List.of())).isFalse();
  }

  @Test
  void aChangedDigestIsFoundAlsoWhereTheHashIsMadeAnew() throws IOException {
    String first = file("2026-11-23", NONE);
    String second = file("2026-11-24", hash(body("2026-11-23", NONE)));
    assertThat(verify(List.of(first.replace("\"files\":1", "\"files\":2")), List.of(), List.of()))
        .isFalse();
    String forged = body("2026-11-23", NONE).replace("b_1", "b_2");
    assertThat(verify(List.of(whole(forged)), List.of(), List.of())).isTrue();
    assertThat(verify(List.of(whole(forged), second), List.of(), List.of())).isFalse();
  }

  @Test
  void aMissingDayIsFound() throws IOException {
    String first = file("2026-11-23", NONE);
    String third = file("2026-11-25", hash(body("2026-11-23", NONE)));
    assertThat(verify(List.of(first, third), List.of(), List.of())).isFalse();
  }

  private static String file(String day, String previous) {
    return whole(body(day, previous));
  }

  private static String whole(String body) {
    return "{\"reports\":" + body + ",\"sha256\":\"" + hash(body) + "\"}";
  }

  private static String body(String day, String previous) {
    return "{\"batches\":[{\"digest\":\""
        + hash(hash(SHEET))
        + "\",\"files\":1,\"id\":\"b_1\"}],\"certificates\":[],\"day\":\""
        + day
        + "\",\"files\":[],\"format\":\"open-vpos-day-reports/1\",\"previous\":\""
        + previous
        + "\"}";
  }

  private static String hash(String text) {
    return CertificateChecks.sha256(text);
  }

  private boolean verify(List<String> files, List<Path> reports, List<Path> lists)
      throws IOException {
    List<Path> paths = new ArrayList<>();
    for (String file : files) {
      paths.add(Files.writeString(folder.resolve("c" + paths.size() + ".json"), file));
    }
    PrintStream out = new PrintStream(new ByteArrayOutputStream(), false, StandardCharsets.UTF_8);
    return CertificateVerifier.print(paths, reports, lists, out);
  }
}
