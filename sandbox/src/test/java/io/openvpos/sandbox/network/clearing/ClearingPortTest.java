package io.openvpos.sandbox.network.clearing;

import static org.assertj.core.api.Assertions.assertThat;

import io.openvpos.sandbox.client.Api;
import io.openvpos.sandbox.client.Reply;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The network's address for files, over HTTP.
class ClearingPortTest {

  private ClearingPort port;
  private Api network;

  @BeforeEach
  void start(@TempDir Path folder) {
    port = ClearingPort.start(0, folder.resolve("clearing"), folder.resolve("network.log"));
    network = Api.of(port.url());
  }

  @AfterEach
  void stop() {
    port.close();
  }

  @Test
  void anOrderNamesWhatItIsAboutAndNoMore() {
    assertThat(order(Map.of("what", "amount", "rrn", "*")).status()).isEqualTo(202);
    assertThat(
            order(Map.of("what", "CBR", "rrn", "4XK2M9Q07TZB", "case_reference", "CASE-7"))
                .status())
        .isEqualTo(202);
    assertThat(network.post("/orders", "no order").status()).isEqualTo(400);
  }

  @Test
  void whatWasNotPresentedIsNotCleared() {
    assertThat(network.get("/clearing-files/2027-03-01/test").status()).isEqualTo(404);
    assertThat(network.get("/clearing-files/yesterday/test").status()).isEqualTo(404);
  }

  private Reply order(Map<String, String> order) {
    return network.post("/orders", order);
  }
}
