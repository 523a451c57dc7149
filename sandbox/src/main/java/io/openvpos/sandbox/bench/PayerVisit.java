package io.openvpos.sandbox.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// A payer's browser on the page of a session: looks at it, sends the card, and follows until it is
/// sent back to the shop.
final class PayerVisit {

  /// No address of anybody: being sent there is the end.
  static final String SHOP = "http://shop.invalid";

  private static final Duration ANSWER_WITHIN = Duration.ofSeconds(30);
  private static final int REDIRECTS = 5;
  private static final Pattern ATTEMPT = Pattern.compile("name=\"attempt\" value=\"(\\d+)\"");
  private static final HttpClient HTTP =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(Duration.ofSeconds(5))
          .build();

  private PayerVisit() {}

  /// The page alone.
  static Outcome look(String url) {
    return attempt(send(HttpRequest.newBuilder(URI.create(url)))) == null
        ? Outcome.failed("no card form")
        : Outcome.good();
  }

  /// The page, the card, and the way back.
  static Outcome pay(String url, String card) {
    HttpResponse<String> page = send(HttpRequest.newBuilder(URI.create(url)));
    String attempt = attempt(page);
    if (attempt == null) {
      return Outcome.failed("no card form: " + page.statusCode());
    }
    HttpResponse<String> answer = send(form(URI.create(url), card, attempt));
    for (int i = 0; i < REDIRECTS && answer.statusCode() == 303; i++) {
      URI next = answer.uri().resolve(answer.headers().firstValue("Location").orElse("/"));
      if (next.toString().startsWith(SHOP)) {
        return next.getRawQuery().contains("status=paid")
            ? Outcome.good()
            : Outcome.failed("back at the shop unpaid");
      }
      answer = send(HttpRequest.newBuilder(next));
    }
    return Outcome.failed("not sent back: " + answer.statusCode());
  }

  private static @Nullable String attempt(HttpResponse<String> page) {
    Matcher found = ATTEMPT.matcher(page.body());
    return page.statusCode() == 200 && found.find() ? found.group(1) : null;
  }

  private static HttpRequest.Builder form(URI url, String card, String attempt) {
    String name = URLEncoder.encode("Ayşe Öğüt", StandardCharsets.UTF_8);
    String fields =
        "attempt=%s&number=%s&expiry=12%%2F30&cvc=123&holder_name=%s&installments=1"
            .formatted(attempt, card, name);
    return HttpRequest.newBuilder(url)
        .header("Content-Type", "application/x-www-form-urlencoded")
        .POST(HttpRequest.BodyPublishers.ofString(fields));
  }

  static HttpResponse<String> send(HttpRequest.Builder request) {
    try {
      return HTTP.send(
          request.timeout(ANSWER_WITHIN).header("Accept-Language", "tr").build(),
          HttpResponse.BodyHandlers.ofString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted at a page", e);
    }
  }
}
