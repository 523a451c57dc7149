package io.openvpos.sandbox.verify.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.openvpos.sandbox.network.NetworkRecord;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.core.JacksonException;

class NetworkMessagesTest {

  private static final String LINE =
      """
      {"at":"2026-11-23T10:00:00Z","connection":1,"mti":"0100","processing_code":"000000",\
      "stan":"000001","rrn":"%s","amount":100,"currency":"949","response_code":"00",\
      "original":null,"remaining":null,"repeat":false,"counted":false,"answer":"AT_ONCE",\
      "pan":"415565******6111"}\
      """;

  @TempDir Path folder;

  @Test
  void readsEveryLineAndPassesOverOneThatWasCutShort() throws IOException {
    Path log = folder.resolve("network.log");
    Files.writeString(log, LINE.formatted("A") + "\n" + LINE.formatted("B") + "\n{\"at\":\"20");

    assertThat(read(log)).extracting(NetworkRecord::rrn).containsExactly("A", "B");
  }

  @Test
  void refusesABrokenLineBeforeTheLast() throws IOException {
    Path log = folder.resolve("network.log");
    Files.writeString(log, "{\"at\":\"20\n" + LINE.formatted("B") + "\n");

    assertThatThrownBy(() -> read(log)).isInstanceOf(JacksonException.class);
  }

  @Test
  void aLogThatIsNotThereIsEmpty() {
    assertThat(read(folder.resolve("none"))).isEmpty();
  }

  private static List<NetworkRecord> read(Path log) {
    List<NetworkRecord> found = new ArrayList<>();
    new NetworkMessages(log).forEach(found::add);
    return found;
  }
}
