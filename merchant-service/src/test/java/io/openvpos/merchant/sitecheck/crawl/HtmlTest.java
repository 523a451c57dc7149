package io.openvpos.merchant.sitecheck.crawl;

import static org.assertj.core.api.Assertions.assertThat;

import io.openvpos.merchant.sitecheck.domain.seen.Form;
import io.openvpos.merchant.sitecheck.domain.seen.Link;
import io.openvpos.merchant.sitecheck.domain.seen.Page;
import java.net.URI;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HtmlTest {

  private static final URI AT = URI.create("https://shop.example/a/");
  private static final String TURKISH = "Şişli'de ışığı gören çocuğun öyküsü";

  @ParameterizedTest
  @CsvSource({
    "windows-1254, text/html; charset=windows-1254, ''",
    "windows-1254, text/html; charset=ISO-8859-9, ''",
    "windows-1254, text/html, <meta charset=iso-8859-9>",
    "windows-1254, text/html, '<meta http-equiv=content-type content=\"text/html;"
        + " charset=windows-1254\">'",
    "windows-1254, text/html, ''",
    "windows-1254, text/html; charset=no-such-thing, ''",
    "UTF-8, text/html, ''",
    "UTF-8, text/html; charset=utf-8, <meta charset=windows-1254>",
    "UTF-16LE, text/html; charset=utf-16le, ''"
  })
  void turkishIsReadInEveryEncoding(String encoding, String header, String meta) {
    String mark = encoding.startsWith("UTF-16") ? "\uFEFF" : "";
    byte[] bytes = (mark + meta + "<p>" + TURKISH + "</p>").getBytes(Charset.forName(encoding));

    assertThat(Html.read(AT, bytes, header).text()).isEqualTo(TURKISH);
  }

  @Test
  void brokenHtmlIsReadAllTheSame() {
    Page page = read("<TITLE>Dükkân</title><h1>Hoş<p>geldiniz<a HREF=../b?x=1&y=2 >İade<table><a");

    assertThat(page.headings()).contains("Dükkân").contains("Hoş");
    assertThat(page.links())
        .contains(new Link(URI.create("https://shop.example/b?x=1&y=2"), "İade", ""));
  }

  @Test
  void anythingIsReadWithoutFailing() {
    long seed = new Random().nextLong();
    Random random = new Random(seed);
    for (int round = 0; round < 200; round++) {
      byte[] bytes = new byte[random.nextInt(2_000)];
      random.nextBytes(bytes);

      assertThat(Html.read(AT, bytes, "text/html").text()).as("seed %d", seed).isNotNull();
    }
  }

  @Test
  void linksThatAreNoWebAddressesAreLeftOut() {
    Page page =
        read("<a href='javascript:x()'>a</a><a href='mailto:a@b.c'>b</a><a href='file:///x'>c</a>");

    assertThat(page.links()).isEmpty();
  }

  @Test
  void formsTellTheirFields() {
    Form form =
        read("<form method=POST action=/giris><input name=u><input type=PASSWORD name=p>"
                + "<input type=hidden name=t value=7><button>Giriş yap</button></form>")
            .forms()
            .getFirst();

    assertThat(form.post()).isTrue();
    assertThat(form.action()).isEqualTo(URI.create("https://shop.example/giris"));
    assertThat(form.passwords()).isEqualTo(1);
    assertThat(form.fields()).contains(new Form.Field("t", "hidden", "7"));
    assertThat(form.text()).contains("Giriş yap");
  }

  @Test
  void aPhoneNumberInALinkIsSeen() {
    assertThat(read("<a href='tel:+902165551234'>Ara</a>").text()).contains("+902165551234");
  }

  private static Page read(String html) {
    return Html.read(AT, html.getBytes(StandardCharsets.UTF_8), "text/html; charset=utf-8");
  }
}
