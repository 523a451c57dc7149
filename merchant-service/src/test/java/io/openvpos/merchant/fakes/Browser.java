package io.openvpos.merchant.fakes;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.HttpCookie;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/// Somebody's browser without scripts: keeps cookies, sends forms with the token of the page that
/// it saw last.
public final class Browser {

  private final HttpClient client;
  private final URI root;
  private String csrf = "";

  Browser(HttpClient client, URI root) {
    this.client = client;
    this.root = root;
  }

  /// What came back.
  public record Page(int status, Optional<String> location, HttpResponse<String> response) {

    public Document html() {
      return Jsoup.parse(response.body());
    }

    public String text() {
      return html().text();
    }

    public String header(String name) {
      return response.headers().firstValue(name).orElse("");
    }
  }

  public Page get(String path, String... headers) {
    return send(request(path, headers).GET());
  }

  /// Sends a form with the last page's token.
  public Page post(String path, Map<String, String> fields) {
    return post(path, fields, csrf);
  }

  public Page post(String path, Map<String, String> fields, String token, String... headers) {
    List<String> pairs = new ArrayList<>();
    fields.forEach((name, value) -> pairs.add(encoded(name) + "=" + encoded(value)));
    pairs.add("csrf=" + encoded(token));
    return body(path, "application/x-www-form-urlencoded", String.join("&", pairs), headers);
  }

  public Page body(String path, String type, String body, String... headers) {
    return send(
        request(path, headers)
            .header("Content-Type", type)
            .POST(HttpRequest.BodyPublishers.ofString(body)));
  }

  /// As somebody would who has one cookie of another browser.
  public Page send(String path, String cookie, String value) {
    return get(path, "Cookie", cookie + "=" + value);
  }

  public String csrf() {
    return csrf;
  }

  public Optional<HttpCookie> cookie(String name) {
    return cookies().getCookieStore().getCookies().stream()
        .filter(cookie -> cookie.getName().equals(name))
        .findFirst();
  }

  public CookieManager cookies() {
    return (CookieManager) client.cookieHandler().orElseThrow();
  }

  private HttpRequest.Builder request(String path, String... headers) {
    HttpRequest.Builder request = HttpRequest.newBuilder(root.resolve(path));
    if (headers.length > 0) {
      request.headers(headers);
    }
    return request;
  }

  private Page send(HttpRequest.Builder request) {
    try {
      HttpResponse<String> response = client.send(request.build(), BodyHandlers.ofString());
      Page page =
          new Page(response.statusCode(), response.headers().firstValue("Location"), response);
      Element token = page.html().selectFirst("input[name=csrf]");
      if (token != null) {
        csrf = token.val();
      }
      return page;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
