package io.openvpos.merchant.sitecheck.domain.seen;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WebAddressTest {

  @ParameterizedTest
  @CsvSource({
    "https://çınar.com.tr, https://xn--nar-1la48a.com.tr/",
    "HTTPS://Shop.Example.COM:443/a b?q=ş#top, https://shop.example.com/a%20b?q=%C5%9F",
    "http://shop.example:80/Gizlilik-Çerez, http://shop.example/Gizlilik-%C3%87erez",
    "https://shop.example/a/../b/./c%20d%zz, https://shop.example/b/c%20d%25zz",
    "https://shop.example.:8443?x=1, https://shop.example:8443/?x=1",
    "https://shop.example/a\\b, https://shop.example/a/b"
  })
  void whatPeopleWriteBecomesWhatASocketCanUse(String written, String expected) {
    assertThat(WebAddress.parse(written)).contains(URI.create(expected));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "shop.example",
        "ftp://shop.example/",
        "file:///etc/passwd",
        "javascript:alert(1)",
        "gopher://127.0.0.1:25/",
        "https://user:secret@shop.example/",
        "https://shop.example@169.254.169.254/",
        "https://shop.example:0/",
        "https://shop.example:99999/",
        "https:///path",
        "https://-/",
        "https://a b.example/"
      })
  void whatIsNoWebAddressIsNone(String written) {
    assertThat(WebAddress.parse(written)).isEmpty();
  }

  @Test
  void aVeryLongOneIsNone() {
    assertThat(WebAddress.parse("https://shop.example/" + "ş".repeat(1_000))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "https://shop.example/, https://www.shop.example/, true",
    "https://www.shop.example/, http://shop.example:8080/a, true",
    "https://shop.example/, https://m.shop.example/, true",
    "https://shop.example/, https://myshop.example/, false",
    "https://shop.example/, https://shop.example.evil.example/, false",
    "https://m.shop.example/, https://shop.example/, false",
    "https://127.0.0.1/, https://1.127.0.0.1/, false"
  })
  void aSiteIsItsNameAndWhatIsBelow(URI site, URI other, boolean same) {
    assertThat(WebAddress.sameSite(site, other)).isEqualTo(same);
  }
}
