package io.openvpos.merchant.profile.domain;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What may stand in the policy of a page.
class CheckoutOriginTest {

  @ParameterizedTest
  @CsvSource({
    "https://shop.example, https://shop.example",
    "' HTTPS://Shop.Example ', https://shop.example",
    "https://shop.example:443, https://shop.example",
    "https://pay.shop.example:8443, https://pay.shop.example:8443",
    "https://xn--maaza-p1a.example, https://xn--maaza-p1a.example"
  })
  void isWrittenAsBrowsersWriteIt(String typed, String origin) {
    assertThat(CheckoutOrigin.read(typed)).contains(new CheckoutOrigin(origin));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "shop.example",
        "http://shop.example",
        "https://shop.example/",
        "https://shop.example?x",
        "https://a@shop.example",
        "https://*.shop.example",
        "https://shop.example; script-src *",
        "https://shop.example https://evil.example",
        "https://shop.example:0",
        "https://shop.example:70000",
        "https://-shop.example",
        "https://shop..example",
        "https://192.168.1.1",
        "https://[::1]",
        "https://mağaza.example",
        "https://localhost",
        "data:text/html,x"
      })
  void isNothingElse(String typed) {
    assertThat(CheckoutOrigin.read(typed)).isEmpty();
  }
}
