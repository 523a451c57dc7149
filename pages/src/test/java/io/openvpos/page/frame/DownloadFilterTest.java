package io.openvpos.page.frame;

import static org.assertj.core.api.Assertions.assertThat;

import io.openvpos.messaging.access.Caller;
import io.openvpos.messaging.access.Role;
import io.openvpos.page.Cookies;
import io.openvpos.page.Download;
import io.openvpos.page.PageSession;
import io.openvpos.page.PageSessions;
import io.openvpos.page.PageSettings;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpCookie;
import org.springframework.http.HttpMethod;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.mock.http.server.reactive.MockServerHttpRequest;
import org.springframework.mock.web.server.MockServerWebExchange;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/// A browser with a session fetches a file of the API; everybody else's request stays as it is.
class DownloadFilterTest {

  private static final String OWN = "/portal/statements/download";
  private static final String ANY = "/portal/files/7.pdf";

  private final Map<String, PageSession> open =
      Map.of(
          "shop", session("mer_1", null),
          "bank", session(null, null),
          "obliged", session(null, "/portal/second-factor"));
  private final DownloadFilter filter =
      new DownloadFilter(
          new PageSessions() {
            @Override
            public Optional<PageSession> find(String cookie) {
              return Optional.ofNullable(open.get(cookie));
            }

            @Override
            public void end(PageSession session) {
              throw new AssertionError("nothing ends");
            }
          },
          List.of(
              new Download(OWN, "/v1/merchants/{merchant}/statements"),
              new Download("/portal/files/**", "/v1/files/**")),
          new PageSettings(true, 1, null, List.of(), Map.of()),
          Schedulers.immediate());

  @Test
  void theApiMakesTheFileOfThePersonsOwnMerchant() {
    ServerHttpRequest passed = passed(HttpMethod.GET, OWN + "?format=csv&period=2026-11", "shop");

    assertThat(passed.getPath().value()).isEqualTo("/v1/merchants/mer_1/statements");
    assertThat(passed.getURI().getRawQuery()).isEqualTo("format=csv&period=2026-11");
    assertThat(passed.getHeaders().get("Authorization")).containsExactly("Bearer token");
    assertThat(passed.getHeaders().getFirst("Accept-Language")).isEqualTo("tr");
  }

  @Test
  void aTokenThatTheBrowserSendsItselfIsNotAddedTo() {
    ServerHttpRequest passed =
        passed(
            MockServerHttpRequest.get(OWN)
                .cookie(new HttpCookie(Cookies.SESSION, "shop"))
                .header("Authorization", "Bearer another")
                .build());

    assertThat(passed.getHeaders().get("Authorization")).containsExactly("Bearer token");
  }

  @Test
  void aFileOfNoMerchantIsForTheBankToo() {
    assertThat(passed(HttpMethod.GET, ANY, "bank").getPath().value()).isEqualTo("/v1/files/7.pdf");
  }

  @Test
  void whoeverHasNoMerchantGetsNoMerchantsFile() {
    assertUntouched(HttpMethod.GET, OWN, "bank");
  }

  @Test
  void withoutASessionTheRequestGoesOnAsItIs() {
    assertUntouched(HttpMethod.GET, OWN, "ended");
    assertUntouched(HttpMethod.GET, OWN, null);
    assertUntouched(HttpMethod.GET, ANY, null);
  }

  @Test
  void anOpenObligationComesBeforeAnyFile() {
    assertUntouched(HttpMethod.GET, ANY, "obliged");
  }

  @Test
  void onlyReadingIsDoneByASessionAlone() {
    for (HttpMethod method : List.of(HttpMethod.POST, HttpMethod.PUT, HttpMethod.DELETE)) {
      assertUntouched(method, OWN, "shop");
      assertUntouched(method, ANY, "bank");
    }
  }

  @Test
  void anotherPathIsNoDownload() {
    for (String path : List.of("/portal/statements", OWN + "/x", "/portal/files", "/v1/files/7")) {
      assertUntouched(HttpMethod.GET, path, "shop");
    }
  }

  private void assertUntouched(HttpMethod method, String path, @Nullable String cookie) {
    ServerHttpRequest passed = passed(method, path, cookie);
    assertThat(passed.getPath().value()).as("%s %s", method, path).isEqualTo(path);
    assertThat(passed.getHeaders().getFirst("Authorization")).as("%s %s", method, path).isNull();
  }

  private ServerHttpRequest passed(HttpMethod method, String path, @Nullable String cookie) {
    MockServerHttpRequest.BodyBuilder request = MockServerHttpRequest.method(method, path);
    if (cookie != null) {
      request.cookie(new HttpCookie(Cookies.SESSION, cookie));
    }
    return passed(request.build());
  }

  private ServerHttpRequest passed(MockServerHttpRequest request) {
    AtomicReference<ServerHttpRequest> passed = new AtomicReference<>();
    filter
        .filter(
            MockServerWebExchange.from(request),
            next -> Mono.fromRunnable(() -> passed.set(next.getRequest())))
        .block(Duration.ofSeconds(5));
    return passed.get();
  }

  private static PageSession session(@Nullable String merchantId, @Nullable String obligation) {
    Role role = merchantId == null ? Role.ACQUIRER_FINANCE : Role.MERCHANT_FINANCE;
    return new PageSession(
        "s1",
        new Caller.Staff("ayşe@house.test", Set.of(role), merchantId),
        "csrf",
        "token",
        Optional.empty(),
        obligation,
        Instant.MAX);
  }
}
