package io.openvpos.settlement.console.page;

import static io.openvpos.settlement.console.page.ConsoleWorld.MINE;
import static org.assertj.core.api.Assertions.assertThat;

import io.openvpos.messaging.MessagingAutoConfiguration;
import io.openvpos.messaging.access.Caller;
import io.openvpos.messaging.access.Role;
import io.openvpos.messaging.access.StaffKeys;
import io.openvpos.page.PageSession;
import io.openvpos.page.PageSessions;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.support.GenericApplicationContext;

/// The console over real HTTP, on the stores of [ConsoleWorld]: started once for all test classes
/// that ask for it. The session cookie names the role and may name a person: `auditor`,
/// `acquirer_finance.umut`.
final class ConsoleServer implements BeforeAllCallback {

  static final String CSRF = "token-of-the-form";
  private static final HttpClient HTTP =
      HttpClient.newBuilder().followRedirects(HttpClient.Redirect.NEVER).build();

  private static String root = "";

  @Configuration(proxyBeanMethods = false)
  @EnableAutoConfiguration(exclude = MessagingAutoConfiguration.class)
  @ComponentScan
  static class Bare {}

  private static final class Sessions implements PageSessions {
    @Override
    public Optional<PageSession> find(String cookie) {
      return Role.of(cookie.split("\\.", 2)[0])
          .map(role ->
              new PageSession(
                  cookie,
                  new Caller.Staff(
                      cookie + "@bank.test",
                      Set.of(role),
                      role.code().startsWith("merchant") ? MINE.merchantId() : null),
                  CSRF,
                  cookie,
                  Optional.empty(),
                  null,
                  Instant.MAX));
    }

    @Override
    public void end(PageSession session) {}
  }

  /// Closed with the last test of the run.
  private record Running(ConfigurableApplicationContext context) implements AutoCloseable {
    @Override
    public void close() {
      context.close();
      ConsoleWorld.MEMORY.close();
    }
  }

  @Override
  public void beforeAll(ExtensionContext test) {
    var _ =
        test.getRoot()
            .getStore(ExtensionContext.Namespace.GLOBAL)
            .computeIfAbsent(Running.class, _ -> new Running(start()), Running.class);
  }

  private static ConfigurableApplicationContext start() {
    ConsoleWorld.begin();
    ConfigurableApplicationContext context =
        new SpringApplicationBuilder(Bare.class)
            .properties("spring.config.name=settlement-service")
            .initializers(made -> {
              GenericApplicationContext beans = (GenericApplicationContext) made;
              beans.registerBean(Clock.class, () -> ConsoleWorld.CLOCK);
              beans.registerBean(StaffKeys.class, () -> _ -> Optional.empty());
              beans.registerBean(PageSessions.class, Sessions::new);
              ConsoleBeans.register(beans);
            })
            .run(
                "--server.port=0",
                "--vpos.pages.plain-http=true",
                "--management.endpoint.health.validate-group-membership=false");
    root =
        "http://127.0.0.1:"
            + context.getEnvironment().getRequiredProperty("local.server.port", Integer.class);
    return context;
  }

  static URI at(String path) {
    return URI.create(root + path);
  }

  static void only(Set<Role> allowed, String path) {
    for (Role role : Role.values()) {
      assertThat(get(role, path).statusCode())
          .as(role + " at " + path)
          .isEqualTo(allowed.contains(role) ? 200 : 403);
    }
  }

  static String coded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  static HttpResponse<String> upload(Role role, String path, String file) {
    String form =
        "--limit\r\nContent-Disposition: form-data; name=\"file\"; filename=\"i.pdf\"\r\n"
            + "Content-Type: application/octet-stream\r\n\r\n"
            + file
            + "\r\n--limit--\r\n";
    return send(
        HttpRequest.newBuilder(at(path + "?csrf=" + CSRF))
            .header("Cookie", "vpos_session=" + role.code())
            .header("Content-Type", "multipart/form-data; boundary=limit")
            .POST(HttpRequest.BodyPublishers.ofString(form)));
  }

  static HttpResponse<String> get(Role role, String path) {
    String encoded = path.replace("Ş", URLEncoder.encode("Ş", StandardCharsets.UTF_8));
    return send(
        HttpRequest.newBuilder(at(encoded)).header("Cookie", "vpos_session=" + role.code()));
  }

  static HttpResponse<String> post(Role role, String path, String csrf) {
    return post(role.code(), path, csrf);
  }

  /// @param cookie of the person's session
  static HttpResponse<String> post(String cookie, String path, String csrf) {
    return send(
        HttpRequest.newBuilder(at(path))
            .header("Cookie", "vpos_session=" + cookie)
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(HttpRequest.BodyPublishers.ofString("csrf=" + csrf)));
  }

  static HttpResponse<String> send(HttpRequest.Builder request) {
    try {
      return HTTP.send(request.build(), BodyHandlers.ofString());
    } catch (IOException e) {
      throw new IllegalStateException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
