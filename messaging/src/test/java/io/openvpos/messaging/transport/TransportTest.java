package io.openvpos.messaging.transport;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.context.runner.ReactiveWebApplicationContextRunner;

class TransportTest {

  @ParameterizedTest
  @CsvSource({
    "server.port=8080, all addresses",
    "server.address=0.0.0.0, 0.0.0.0",
    "server.address=192.0.2.1, 192.0.2.1",
    "vpos.http.behind-proxy=false, all addresses",
    "vpos.http.sandbox=false, all addresses"
  })
  void plainHttpOnANetworkRefusesTheStart(String setting, String told) {
    with(setting)
        .run(context ->
            assertThat(context.getStartupFailure())
                .hasMessageContaining("plain HTTP on " + told)
                .hasMessageContaining("server.ssl.bundle")
                .hasMessageContaining("vpos.http.behind-proxy"));
  }

  @ParameterizedTest
  @CsvSource({
    "server.address=127.0.0.1",
    "server.address=::1",
    "vpos.http.behind-proxy=true",
    "vpos.http.sandbox=true",
    "server.ssl.bundle=web"
  })
  void theRestStarts(String setting) {
    with(setting).run(context -> assertThat(context).hasNotFailed());
  }

  @Test
  void tlsThatIsSwitchedOffIsNone() {
    with("server.ssl.bundle=web")
        .withPropertyValues("server.ssl.enabled=false")
        .run(context -> assertThat(context).hasFailed());
  }

  private static ReactiveWebApplicationContextRunner with(String setting) {
    return new ReactiveWebApplicationContextRunner()
        .withUserConfiguration(TransportConfiguration.class)
        .withPropertyValues(setting);
  }
}
