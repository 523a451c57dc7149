package io.openvpos.messaging.limits;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.mock.http.server.reactive.MockServerHttpRequest;

class ClientAddressTest {

  @ParameterizedTest
  @CsvSource({
    "192.0.2.7, 192.0.2.7",
    "::ffff:192.0.2.7, 192.0.2.7",
    "2001:db8:1:2:3:4:5:6, 20010db800010002::/64",
    "2001:db8:1:2::1, 20010db800010002::/64",
    "2001:db8:1:3::1, 20010db800010003::/64"
  })
  void anAddressIsThatOfItsCustomer(String remote, String name) throws UnknownHostException {
    var request =
        MockServerHttpRequest.get("/")
            .remoteAddress(new InetSocketAddress(InetAddress.getByName(remote), 40_000))
            .header("X-Forwarded-For", "198.51.100.1")
            .header("Forwarded", "for=198.51.100.1")
            .build();

    assertThat(ClientAddress.of(request)).isEqualTo(name);
  }

  @Test
  void oneThatIsNotKnownIsOneOfThem() {
    assertThat(ClientAddress.of(MockServerHttpRequest.get("/").build())).isEqualTo("unknown");
  }
}
