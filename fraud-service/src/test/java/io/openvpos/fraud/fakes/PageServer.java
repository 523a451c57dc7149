package io.openvpos.fraud.fakes;

import io.openvpos.messaging.access.StaffKeys;
import io.openvpos.page.PageSessions;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Clock;
import java.util.Optional;
import java.util.function.Consumer;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;

/// Pages over real HTTP, with nothing behind them but what a test puts there. Whoever asks is a
/// role, as [RoleSessions] reads it.
public final class PageServer implements AutoCloseable {

  private static final HttpClient HTTP =
      HttpClient.newBuilder().followRedirects(HttpClient.Redirect.NEVER).build();

  private final ConfigurableApplicationContext context;
  private final String root;

  /// @param pages scans for the pages
  /// @param behind registers what they use
  public PageServer(Class<?> pages, Clock clock, Consumer<GenericApplicationContext> behind) {
    context =
        new SpringApplicationBuilder(pages)
            .properties("spring.config.name=fraud-service")
            .initializers(made -> {
              GenericApplicationContext beans = (GenericApplicationContext) made;
              beans.registerBean(Clock.class, () -> clock);
              beans.registerBean(StaffKeys.class, () -> _ -> Optional.empty());
              beans.registerBean(PageSessions.class, RoleSessions::new);
              behind.accept(beans);
            })
            .run(
                "--server.port=0",
                "--vpos.pages.plain-http=true",
                "--management.endpoint.health.validate-group-membership=false");
    root =
        "http://127.0.0.1:"
            + context.getEnvironment().getRequiredProperty("local.server.port", Integer.class);
  }

  public HttpResponse<String> get(String who, String path) {
    return send(request(who, path));
  }

  /// Sends a form, with the token that its page had.
  ///
  /// @param fields each begins with `&`
  public HttpResponse<String> post(String who, String path, String fields) {
    return send(
        request(who, path)
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(BodyPublishers.ofString("csrf=" + RoleSessions.CSRF + fields)));
  }

  /// What a test says more of, it adds itself.
  public HttpRequest.Builder request(String who, String path) {
    return HttpRequest.newBuilder(URI.create(root + path)).header("Cookie", "vpos_session=" + who);
  }

  public HttpResponse<String> send(HttpRequest.Builder request) {
    try {
      return HTTP.send(request.build(), BodyHandlers.ofString());
    } catch (IOException e) {
      throw new IllegalStateException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    context.close();
  }
}
