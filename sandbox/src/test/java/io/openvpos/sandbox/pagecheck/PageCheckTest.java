package io.openvpos.sandbox.pagecheck;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.openvpos.sandbox.pagecheck.PageCheck.Received;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// A page that somebody changed on its way is told from one as inventoried.
final class PageCheckTest {

  private static final byte[] SCRIPT = "let a = 1;".getBytes(UTF_8);
  private static final byte[] STYLE = "p { margin: 0 }".getBytes(UTF_8);
  private static final Inventory INVENTORY =
      new Inventory(
          Map.of("checkout.js", PageCheck.digest(SCRIPT)),
          Map.of("checkout.css", PageCheck.digest(STYLE)),
          false);

  private static final String POLICY =
      "default-src 'none'; script-src 'self' '"
          + PageCheck.digest(SCRIPT)
          + "'; style-src 'self'; img-src 'self' data:; connect-src 'self'; form-action 'self'"
          + " https://shop.test; frame-ancestors 'none'; base-uri 'none';"
          + " require-trusted-types-for 'script'";

  private static final String HTML =
      """
      <html><head><link rel="icon" href="data:,">
      <link rel="stylesheet" href="/a/checkout.css" integrity="%s">
      <script src="/a/checkout.js" integrity="%s" defer></script></head>
      <body><form action="/checkout/x"><button>Öde</button></form></body></html>
      """
          .formatted(PageCheck.digest(STYLE), PageCheck.digest(SCRIPT));

  @Test
  void thePageAsInventoriedHasNoDifference() {
    assertThat(differences(POLICY, HTML, SCRIPT)).isEmpty();
    assertThat(Inventory.bundled("/checkout/cs_1").scripts()).containsOnlyKeys("checkout.js");
    assertThat(Inventory.bundled("/3ds/1").scripts()).containsOnlyKeys("page.js");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "</body> | <script>steal()</script></body> | inline script",
        "</body> | <script src='https://evil.test/x.js'></script></body> | not in the inventory",
        "<button> | <button onclick='steal()'> | inline code",
        "</body> | <a href='javascript:steal()'>x</a></body> | inline code",
        "</body> | <iframe src='https://evil.test'></iframe></body> | a tag that loads: iframe",
        "</head> | <base href='https://evil.test'></head> | a tag that loads: base",
        "integrity=\"sha384 | integrity=\"sha384x | names another digest"
      })
  void aChangedPageIsTold(String what, String with, String told) {
    assertThat(differences(POLICY, HTML.replace(what, with), SCRIPT))
        .anyMatch(difference -> difference.contains(told));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "script-src 'self' | script-src 'self' 'unsafe-inline'",
        "connect-src 'self' | connect-src 'self' https://evil.test",
        "base-uri 'none'; | object-src *; base-uri 'none';",
        "default-src 'none' | default-src *"
      })
  void aWeakerPolicyIsTold(String what, String with) {
    assertThat(differences(POLICY.replace(what, with), HTML, SCRIPT)).isNotEmpty();
  }

  @Test
  void aFrameIsTakenOnlyWhereOneIsInventoriedAndOnlyEmpty() {
    Inventory framed = new Inventory(INVENTORY.scripts(), INVENTORY.styles(), true);
    String policy = POLICY + "; frame-src 'self' https://acs.test";
    String empty = HTML.replace("</body>", "<iframe name=\"method\"></iframe></body>");
    String full = HTML.replace("</body>", "<iframe src='https://evil.test'></iframe></body>");

    assertThat(differences(policy, empty, SCRIPT, framed)).isEmpty();
    assertThat(differences(policy, full, SCRIPT, framed))
        .containsExactly("a tag that loads: iframe");
    assertThat(differences(policy, empty, SCRIPT, INVENTORY)).hasSize(2);
  }

  @Test
  void anotherFileBehindTheSameAddressIsTold() {
    assertThat(differences(POLICY, HTML, "steal()".getBytes(UTF_8)))
        .containsExactly("checkout.js: the file is another one");
  }

  private static List<String> differences(String policy, String html, byte[] script) {
    return differences(policy, html, script, INVENTORY);
  }

  private static List<String> differences(
      String policy, String html, byte[] script, Inventory inventory) {
    Map<String, String> headers = new HashMap<>();
    headers.put("content-security-policy", policy);
    headers.put("x-content-type-options", "nosniff");
    headers.put("referrer-policy", "no-referrer");
    headers.put("cache-control", "no-store");
    headers.put("strict-transport-security", "max-age=31536000");
    return PageCheck.differences(
        new Received(URI.create("https://pay.test/checkout/x"), headers, html),
        inventory,
        address -> address.getPath().endsWith(".js") ? script : STYLE);
  }
}
