package io.openvpos.sandbox.system;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A cardholder's browser without a script: presses the one button of each page. Follows no
/// redirect, so that the test sees where it is sent.
final class Cardholder {

  private static final Pattern FORM =
      Pattern.compile("<form id=\"(?:browser|challenge|back)\"[^>]*action=\"([^\"]+)\"");
  private static final Pattern INPUT =
      Pattern.compile("<input type=\"hidden\" name=\"([^\"]+)\"(?: value=\"([^\"]*)\")?>");
  private static final Pattern METHOD = Pattern.compile("(?s)<form id=\"method\".*?</form>");

  private final HttpClient client = HttpClient.newHttpClient();
  private HttpResponse<String> page;

  private Cardholder(String url) {
    page = send(HttpRequest.newBuilder(URI.create(url)));
  }

  static Cardholder at(String url) {
    return new Cardholder(url);
  }

  /// Presses the button of a page that carries its own fields.
  Cardholder next() {
    String html = METHOD.matcher(page.body()).replaceAll("");
    Matcher form = FORM.matcher(html);
    if (!form.find()) {
      throw new AssertionError("no form: " + page.statusCode() + " " + html);
    }
    Map<String, String> fields = new LinkedHashMap<>();
    Matcher inputs = INPUT.matcher(html);
    while (inputs.find()) {
      fields.put(inputs.group(1), inputs.group(2) == null ? "" : inputs.group(2));
    }
    page = post(page.uri().resolve(form.group(1)), fields);
    return this;
  }

  /// Types a code at the bank, and lets the bank send the browser back.
  Cardholder types(String otp) {
    Matcher inputs = INPUT.matcher(page.body());
    if (!inputs.find()) {
      throw new AssertionError("not the bank's page: " + page.body());
    }
    page =
        post(page.uri().resolve("/acs/otp"), Map.of(inputs.group(1), inputs.group(2), "otp", otp));
    return this;
  }

  Cardholder looksAgain(String url) {
    page = send(HttpRequest.newBuilder(URI.create(url)));
    return this;
  }

  int status() {
    return page.statusCode();
  }

  String html() {
    return page.body();
  }

  /// Where the browser is sent.
  String location() {
    return page.headers().firstValue("Location").orElse("");
  }

  private HttpResponse<String> post(URI to, Map<String, String> fields) {
    StringBuilder body = new StringBuilder();
    fields.forEach((name, value) ->
        body.append(body.isEmpty() ? "" : "&")
            .append(name)
            .append('=')
            .append(URLEncoder.encode(value, StandardCharsets.UTF_8)));
    return send(
        HttpRequest.newBuilder(to)
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(HttpRequest.BodyPublishers.ofString(body.toString())));
  }

  private HttpResponse<String> send(HttpRequest.Builder request) {
    try {
      return client.send(
          request.header("Accept-Language", "tr").build(), HttpResponse.BodyHandlers.ofString());
    } catch (IOException e) {
      throw new AssertionError(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    }
  }
}
