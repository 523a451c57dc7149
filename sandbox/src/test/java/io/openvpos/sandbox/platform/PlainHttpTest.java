package io.openvpos.sandbox.platform;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// No service starts in clear on a network; it is refused before it has touched anything.
class PlainHttpTest {

  @ParameterizedTest
  @EnumSource(Service.class)
  void refusesTheStartOfEveryService(Service service) {
    assertThatThrownBy(() -> service.start("--server.port=0", "--server.address=0.0.0.0"))
        .hasMessageContaining("plain HTTP on 0.0.0.0")
        .hasMessageContaining("vpos.http.behind-proxy");
  }
}
