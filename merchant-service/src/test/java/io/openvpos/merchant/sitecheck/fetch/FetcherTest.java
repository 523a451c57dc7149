package io.openvpos.merchant.sitecheck.fetch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.openvpos.merchant.sitecheck.domain.seen.Problem;
import io.openvpos.merchant.sitecheck.domain.seen.Tls;
import io.openvpos.merchant.sitecheck.site.Answers;
import io.openvpos.merchant.sitecheck.site.Certificates;
import io.openvpos.merchant.sitecheck.site.Certificates.Wish;
import io.openvpos.merchant.sitecheck.site.LocalSite;
import io.openvpos.merchant.sitecheck.site.LocalSite.Answer;
import io.openvpos.messaging.outbound.AddressRule;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.zip.GZIPOutputStream;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// One request, against servers that mean no good.
@Timeout(120)
class FetcherTest {

  private static final Instant NOW = Instant.parse("2026-11-26T12:00:00Z");
  private static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);
  private static final Instant FROM = NOW.minus(Duration.ofDays(1));
  private static final Instant UNTIL = NOW.plus(Duration.ofDays(365));
  private static final int PAGE_BYTES = 100_000;
  private static final Resolver HERE = _ -> List.of(InetAddress.getLoopbackAddress());

  /// Longer than anything takes on a machine that is slow at the moment.
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  @TempDir private Path folder;

  private Duration within = PATIENCE;

  private Fetcher fetcher(TrustAnchors anchors) {
    return new Fetcher(new FetchLimits(Set.of(), true, PAGE_BYTES, within), anchors, CLOCK);
  }

  private final TrustAnchors usual = TrustAnchors.with(null);

  private Response fetch(URI address, Pins pins) throws FetchException {
    Request request = new Request(address, Map.of(), null, Set.of("text/html"), false);
    return fetcher(usual).fetch(request, pins, Deadline.in(PATIENCE));
  }

  private Response fetch(URI address) throws FetchException {
    return fetch(address, new Pins(HERE, AddressRule.ANY));
  }

  private Problem problem(URI address, Pins pins) {
    return catchThrowableOfType(FetchException.class, () -> fetch(address, pins)).problem();
  }

  private Problem problem(Answer answer) {
    try (LocalSite site = LocalSite.plain(answer)) {
      return problem(site.at("shop.example", "/"), new Pins(HERE, AddressRule.ANY));
    }
  }

  private Response answered(Answer answer) throws FetchException {
    try (LocalSite site = LocalSite.plain(answer)) {
      return fetch(site.at("shop.example", "/"));
    }
  }

  @Test
  void asksByItsOwnNameAndReadsThePage() throws FetchException {
    try (LocalSite site = LocalSite.plain(Answers.html("<h1>Merhaba</h1>"))) {
      Response response = fetch(site.at("shop.example", "/a?b=c"));

      assertThat(response.status()).isEqualTo(200);
      assertThat(new String(response.body(), StandardCharsets.UTF_8)).isEqualTo("<h1>Merhaba</h1>");
      assertThat(site.targets()).containsExactly("/a?b=c");
      assertThat(site.asked().getFirst().header("user-agent")).isEqualTo("OpenVposSiteCheck/1.0");
      assertThat(site.asked().getFirst().header("host")).isEqualTo("shop.example:" + site.port());
    }
  }

  @Test
  void anEndlessPageIsCut() throws FetchException {
    Response response =
        answered((_, out) -> {
          out.write(Answers.utf8("HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n"));
          while (true) {
            out.write(new byte[8_192]);
          }
        });

    assertThat(response.cut()).isTrue();
    assertThat(response.body()).hasSize(PAGE_BYTES);
  }

  @Test
  void aGzipBombIsCut() throws FetchException {
    byte[] bomb = zipped(new byte[50_000_000]);

    Response response =
        answered((_, out) ->
            Answers.send(out, 200, "Content-Type: text/html\r\nContent-Encoding: gzip\r\n", bomb));

    assertThat(response.cut()).isTrue();
    assertThat(response.body()).hasSize(PAGE_BYTES);
  }

  @Test
  @SuppressWarnings("StringConcatToTextBlock") // a text block has no line ends of HTTP
  void chunksAndGzipAreRead() throws FetchException {
    byte[] page = zipped(Answers.utf8("<p>şçğ</p>"));

    Response response =
        answered((_, out) -> {
          out.write(
              Answers.utf8(
                  "HTTP/1.1 103 Early\r\n"
                      + "Link: x\r\n\r\n"
                      + "HTTP/1.1 200 OK\r\n"
                      + "Content-Type: text/html\r\n"
                      + "Content-Encoding: gzip\r\n"
                      + "Transfer-Encoding: chunked\r\n\r\n"));
          for (byte one : page) {
            out.write(Answers.utf8("1;x=y\r\n"));
            out.write(one);
            out.write(Answers.utf8("\r\n"));
          }
          out.write(Answers.utf8("0\r\n\r\n"));
        });

    assertThat(new String(response.body(), StandardCharsets.UTF_8)).isEqualTo("<p>şçğ</p>");
    assertThat(response.cut()).isFalse();
  }

  @Test
  void aPageThatDripsRunsOutOfTime() {
    within = Duration.ofSeconds(1);
    CountDownLatch never = new CountDownLatch(1);

    assertThat(
            problem((_, out) -> {
              out.write(Answers.utf8("HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n"));
              drip(out, never);
            }))
        .isEqualTo(Problem.TIMED_OUT);
    assertThat(problem((_, out) -> drip(out, never))).isEqualTo(Problem.TIMED_OUT);
  }

  /// A letter every fifth of a second: no single read ever waits long.
  private static void drip(OutputStream out, CountDownLatch never) throws IOException {
    try {
      while (!never.await(200, TimeUnit.MILLISECONDS)) {
        out.write('a');
        out.flush();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Test
  void hugeHeadersAreNotRead() {
    assertThat(
            problem((_, out) -> {
              out.write(Answers.utf8("HTTP/1.1 200 OK\r\n"));
              while (true) {
                out.write(Answers.utf8("X-More: " + "x".repeat(1_000) + "\r\n"));
              }
            }))
        .isEqualTo(Problem.HEADERS_TOO_LARGE);
  }

  @Test
  void whatIsNotHttpIsSaidToBeMalformed() {
    assertThat(problem((_, out) -> out.write(Answers.utf8("220 smtp.example ESMTP\r\n"))))
        .isEqualTo(Problem.MALFORMED);
    assertThat(problem((_, _) -> {})).isEqualTo(Problem.MALFORMED);
    assertThat(
            problem((_, out) ->
                Answers.send(
                    out,
                    200,
                    "Content-Type: text/html\r\nContent-Encoding: gzip\r\n",
                    Answers.utf8("no gzip at all"))))
        .isEqualTo(Problem.MALFORMED);
  }

  @Test
  void anythingButHtmlIsLeftUnread() throws FetchException {
    Response response =
        answered(
            (_, out) -> Answers.send(out, 200, "Content-Type: application/pdf\r\n", new byte[10]));

    assertThat(response.body()).isEmpty();
    assertThat(response.mediaType()).isEqualTo("application/pdf");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://localhost/",
        "http://127.0.0.1/",
        "http://2130706433/",
        "http://0x7f.1/",
        "http://169.254.169.254/latest/meta-data/",
        "https://10.0.0.5/",
        "http://[::1]/",
        "http://[::ffff:127.0.0.1]/"
      })
  void aPrivateAddressIsNeverConnectedTo(String address) {
    Pins pins = new Pins(Resolver.system(), AddressRule.PUBLIC);

    assertThat(problem(URI.create(address), pins))
        .isIn(Problem.ADDRESS_REFUSED, Problem.NAME_UNKNOWN, Problem.SCHEME_REFUSED);
  }

  @Test
  void aNameWithOnePrivateAddressIsRefusedAltogether() throws UnknownHostException {
    InetAddress open = InetAddress.getByName("1.1.1.1");
    InetAddress inside = InetAddress.getByName("192.168.0.1");
    Pins pins = new Pins(_ -> List.of(open, inside), AddressRule.PUBLIC);

    assertThat(problem(URI.create("https://shop.example/"), pins))
        .isEqualTo(Problem.ADDRESS_REFUSED);
  }

  @Test
  void aNameIsLookedUpOnceSoASecondAnswerCannotRebindIt() throws Exception {
    AtomicInteger asked = new AtomicInteger();
    InetAddress inside = InetAddress.getByName("169.254.169.254");
    Resolver rebinding =
        _ -> List.of(asked.getAndIncrement() == 0 ? InetAddress.getLoopbackAddress() : inside);
    AddressRule hereOrPublic = one -> one.isLoopbackAddress() || AddressRule.PUBLIC.allows(one);
    Pins pins = new Pins(rebinding, hereOrPublic);
    try (LocalSite site = LocalSite.plain(Answers.html("x"))) {
      fetch(site.at("shop.example", "/1"), pins);
      fetch(site.at("shop.example", "/2"), pins);

      assertThat(asked).hasValue(1);
      assertThat(site.targets()).containsExactly("/1", "/2");
      Pins next = new Pins(rebinding, hereOrPublic);
      assertThat(problem(site.at("shop.example", "/3"), next)).isEqualTo(Problem.ADDRESS_REFUSED);
    }
  }

  @Test
  void aNameThatDoesNotResolveOrTakesForeverIsSaid() {
    within = Duration.ofSeconds(1);
    CountDownLatch never = new CountDownLatch(1);
    URI shop = URI.create("https://shop.example/");

    assertThat(
            problem(
                shop,
                new Pins(
                    name -> {
                      throw new UnknownHostException(name);
                    },
                    AddressRule.ANY)))
        .isEqualTo(Problem.NAME_UNKNOWN);
    Resolver slow =
        _ -> {
          try {
            never.await();
          } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
          }
          return List.of();
        };
    assertThat(problem(shop, new Pins(slow, AddressRule.ANY))).isEqualTo(Problem.TIMED_OUT);
  }

  @Test
  void onlyTheSchemesAndPortsOfTheSettingsAreSpoken() {
    Fetcher strict =
        new Fetcher(
            new FetchLimits(Set.of(443, 80), false, PAGE_BYTES, Duration.ofSeconds(1)),
            usual,
            CLOCK);

    assertThat(refusal(strict, "https://shop.example:8443/")).isEqualTo(Problem.PORT_REFUSED);
    assertThat(refusal(strict, "https://shop.example:22/")).isEqualTo(Problem.PORT_REFUSED);
    assertThat(refusal(strict, "http://shop.example/")).isEqualTo(Problem.SCHEME_REFUSED);
    assertThat(refusal(strict, "file:///etc/passwd")).isEqualTo(Problem.SCHEME_REFUSED);
    assertThat(refusal(strict, "ftp://shop.example/")).isEqualTo(Problem.SCHEME_REFUSED);
    assertThat(refusal(strict, "https://a:b@shop.example/")).isEqualTo(Problem.SCHEME_REFUSED);
  }

  private static Problem refusal(Fetcher fetcher, String address) {
    Request request = new Request(URI.create(address), Map.of(), null, Set.of("text/html"), false);
    Resolver never =
        _ -> {
          throw new AssertionError("no name is looked up");
        };
    return catchThrowableOfType(
            FetchException.class,
            () -> fetcher.fetch(request, new Pins(never, AddressRule.ANY), Deadline.in(PATIENCE)))
        .problem();
  }

  @Test
  void aSoundCertificateIsSeenAsOne() {
    Certificates ca = new Certificates(FROM, UNTIL);

    Tls tls = tls(ca, ca.server(new Wish("shop.example", FROM, UNTIL)));

    assertThat(tls.distrust()).isEmpty();
    assertThat(tls.nameMatches()).isTrue();
    assertThat(tls.cipherBits()).isGreaterThanOrEqualTo(128);
    assertThat(tls.protocol()).isEqualTo("TLSv1.3");
    assertThat(tls.validUntil()).isEqualTo(UNTIL);
  }

  @Test
  void badCertificatesAreSeenAsWhatTheyAre() {
    Certificates ca = new Certificates(FROM.minus(Duration.ofDays(100)), UNTIL);
    Instant past = NOW.minusSeconds(60);
    Instant before = FROM.minus(Duration.ofDays(90));

    assertThat(tls(ca, ca.server(new Wish("other.example", FROM, UNTIL))).nameMatches()).isFalse();
    assertThat(tls(ca, ca.server(new Wish("*.example", FROM, UNTIL))).nameMatches()).isFalse();
    Tls expired = tls(ca, ca.server(new Wish("shop.example", before, past)));
    assertThat(expired.validUntil()).isEqualTo(past);
    assertThat(expired.distrust()).isNotEmpty();
    Tls own = tls(ca, Certificates.selfSigned(new Wish("shop.example", FROM, UNTIL)));
    assertThat(own.distrust()).isNotEmpty();
    Certificates stranger = new Certificates(FROM, UNTIL);
    assertThat(tls(ca, stranger.server(new Wish("shop.example", FROM, UNTIL))).distrust())
        .isNotEmpty();
  }

  @Test
  void aPasswordIsNotSentToWhomACertificateDoesNotName() {
    Certificates ca = new Certificates(FROM, UNTIL);
    try (LocalSite site =
        LocalSite.secure(ca.server(new Wish("other.example", FROM, UNTIL)), Answers.html("x"))) {
      Request secret =
          new Request(site.at("shop.example", "/"), Map.of(), "p=1", Set.of("text/html"), true);
      Fetcher fetcher = fetcher(TrustAnchors.with(ca.pem(folder)));
      Pins pins = new Pins(HERE, AddressRule.ANY);

      Problem problem =
          catchThrowableOfType(
                  FetchException.class, () -> fetcher.fetch(secret, pins, Deadline.in(PATIENCE)))
              .problem();

      assertThat(problem).isEqualTo(Problem.TLS_FAILED);
      assertThat(site.asked()).isEmpty();
    }
  }

  private Tls tls(Certificates ca, SSLContext context) {
    try (LocalSite site = LocalSite.secure(context, Answers.html("x"))) {
      Request request =
          new Request(site.at("shop.example", "/"), Map.of(), null, Set.of("text/html"), false);
      Response response =
          fetcher(TrustAnchors.with(ca.pem(folder)))
              .fetch(request, new Pins(HERE, AddressRule.ANY), Deadline.in(PATIENCE));
      return Objects.requireNonNull(response.tls());
    } catch (FetchException e) {
      throw new AssertionError(e.problem() + " " + e.detail(), e);
    }
  }

  @Test
  void aServerThatOnlySpeaksTls11IsATlsProblem() throws IOException {
    // Its answer to every greeting: alert, TLS 1.1, fatal, protocol_version.
    byte[] alert = {0x15, 3, 2, 0, 2, 2, 70};
    try (ServerSocket server = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
      Thread.ofVirtual()
          .start(() -> {
            try (Socket socket = server.accept()) {
              socket.getInputStream().readNBytes(5);
              socket.getOutputStream().write(alert);
              socket.getOutputStream().flush();
              socket.getInputStream().readAllBytes();
            } catch (IOException gone) {
              assert gone != null;
            }
          });
      URI address = URI.create("https://shop.example:" + server.getLocalPort() + "/");

      assertThat(problem(address, new Pins(HERE, AddressRule.ANY))).isEqualTo(Problem.TLS_FAILED);
    }
  }

  @Test
  void aHandshakeThatNeverAnswersRunsOutOfTime() throws IOException {
    within = Duration.ofSeconds(1);
    try (ServerSocket server = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
      URI address = URI.create("https://shop.example:" + server.getLocalPort() + "/");

      assertThat(problem(address, new Pins(HERE, AddressRule.ANY))).isEqualTo(Problem.TIMED_OUT);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "TLS_RSA_WITH_3DES_EDE_CBC_SHA",
        "TLS_RSA_WITH_RC4_128_MD5",
        "TLS_RSA_WITH_NULL_SHA"
      })
  void weakSuitesAreSeenAsWeak(String suite) {
    assertThat(TlsReading.bits(suite)).isLessThan(128);
    assertThat(TlsReading.bits("TLS_AES_128_GCM_SHA256")).isEqualTo(128);
    assertThat(TlsReading.bits("TLS_CHACHA20_POLY1305_SHA256")).isEqualTo(256);
    assertThat(TlsReading.bits("TLS_ECDHE_RSA_WITH_AES_256_GCM_SHA384")).isEqualTo(256);
  }

  private static byte[] zipped(byte[] bytes) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
      gzip.write(bytes);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
    return out.toByteArray();
  }
}
