package io.openvpos.sandbox.chaos.load;

import io.openvpos.sandbox.chaos.process.Waiting;
import io.openvpos.sandbox.threeds.Otp;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// A payer's browser without a script: fills what it is shown and presses the button, from the
/// first address until it is sent back to the shop, is told that it is over, or loses patience.
/// Where a page does not come it begins again at the first address.
final class Shopper {

  /// No address of anybody: being sent there is the end.
  static final String SHOP = "http://shop.invalid";

  private static final Logger LOGGER = LoggerFactory.getLogger(Shopper.class);
  private static final Duration PATIENCE = Duration.ofSeconds(25);
  private static final Duration PAGE_WITHIN = Duration.ofSeconds(8);
  private static final Pattern FORM =
      Pattern.compile("<form[^>]* id=\"(browser|challenge|back|form)\"[^>]*>");
  private static final Pattern ACTION = Pattern.compile("action=\"([^\"]+)\"");
  private static final Pattern HIDDEN =
      Pattern.compile("<input type=\"hidden\" name=\"([^\"]+)\"(?: value=\"([^\"]*)\")?");
  private static final HttpClient HTTP =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(Duration.ofSeconds(5))
          .build();

  private final Queue<String> cards;
  private final Otp code;

  /// @param cards typed one after the other while they are declined
  /// @param code typed where the card's bank asks for one
  Shopper(Queue<String> cards, Otp code) {
    this.cards = cards;
    this.code = code;
  }

  /// What the browser does next.
  private sealed interface Step {
    record Ask(HttpRequest.Builder request) implements Step {}

    record Again() implements Step {}

    record Over() implements Step {}
  }

  void walk(String address) {
    long end = System.nanoTime() + PATIENCE.toNanos();
    Step step = new Step.Again();
    while (System.nanoTime() - end < 0) {
      HttpRequest.Builder request =
          step instanceof Step.Ask ask
              ? ask.request()
              : HttpRequest.newBuilder(URI.create(address));
      step = send(request).map(this::look).orElseGet(Step.Again::new);
      switch (step) {
        case Step.Over _ -> {
          return;
        }
        case Step.Again _ -> Waiting.pause(Duration.ofSeconds(1));
        case Step.Ask _ -> {
          // On to the next page.
        }
      }
    }
  }

  private Step look(HttpResponse<String> page) {
    if (page.statusCode() == 303) {
      URI next = page.uri().resolve(page.headers().firstValue("Location").orElse("/"));
      return next.toString().startsWith(SHOP)
          ? new Step.Over()
          : new Step.Ask(HttpRequest.newBuilder(next));
    }
    String html = page.body();
    if (page.statusCode() >= 500 || html.contains("http-equiv=\"refresh\"")) {
      return new Step.Again();
    }
    if (html.contains("name=\"otp\"")) {
      Map<String, String> fields = hidden(html);
      fields.put("otp", code.code());
      return post(page.uri().resolve("/acs/otp"), fields);
    }
    Matcher form = FORM.matcher(html);
    if (form.find()) {
      Map<String, String> fields =
          hidden(html.substring(form.end(), html.indexOf("</form>", form.end())));
      return form.group(1).equals("form") && !typed(fields)
          ? new Step.Over()
          : post(page.uri().resolve(action(form.group())), fields);
    }
    return html.contains("narrow processing") ? new Step.Again() : new Step.Over();
  }

  /// False if there is no card left.
  private boolean typed(Map<String, String> fields) {
    String card = cards.poll();
    if (card == null) {
      return false;
    }
    fields.put("number", card);
    fields.put("expiry", "12/30");
    fields.put("cvc", "123");
    fields.put("holder_name", "Ayşe Öğüt");
    return true;
  }

  private static String action(String form) {
    Matcher found = ACTION.matcher(form);
    return found.find() ? found.group(1).replace("&amp;", "&") : "";
  }

  private static Map<String, String> hidden(String html) {
    Map<String, String> fields = new LinkedHashMap<>();
    Matcher inputs = HIDDEN.matcher(html);
    while (inputs.find()) {
      fields.put(inputs.group(1), inputs.group(2) == null ? "" : inputs.group(2));
    }
    return fields;
  }

  private static Step post(URI to, Map<String, String> fields) {
    StringBuilder body = new StringBuilder();
    fields.forEach((name, value) ->
        body.append(body.isEmpty() ? "" : "&")
            .append(name)
            .append('=')
            .append(URLEncoder.encode(value, StandardCharsets.UTF_8)));
    return new Step.Ask(
        HttpRequest.newBuilder(to)
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(HttpRequest.BodyPublishers.ofString(body.toString())));
  }

  private static Optional<HttpResponse<String>> send(HttpRequest.Builder request) {
    try {
      return Optional.of(
          HTTP.send(
              request.timeout(PAGE_WITHIN).header("Accept-Language", "tr").build(),
              HttpResponse.BodyHandlers.ofString()));
    } catch (IOException e) {
      LOGGER.debug("no page: {}", e.toString());
      return Optional.empty();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted at a page", e);
    }
  }
}
