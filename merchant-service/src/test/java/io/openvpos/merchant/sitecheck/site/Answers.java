package io.openvpos.merchant.sitecheck.site;

import io.openvpos.merchant.sitecheck.site.LocalSite.Answer;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/// Usual answers.
public final class Answers {

  private Answers() {}

  public static Answer html(String html) {
    return (_, out) -> html(out, 200, "", html);
  }

  /// The pages of a site by their path; 404 for what it has not.
  public static Answer pages(Map<String, String> pages) {
    return (asked, out) -> {
      String html = pages.get(path(asked.target()));
      html(out, html == null ? 404 : 200, "", html == null ? "<h1>404</h1>" : html);
    };
  }

  public static String path(String target) {
    int query = target.indexOf('?');
    return query < 0 ? target : target.substring(0, query);
  }

  public static void html(OutputStream out, int status, String headers, String html)
      throws IOException {
    send(out, status, headers + "Content-Type: text/html; charset=utf-8\r\n", utf8(html));
  }

  public static void redirect(OutputStream out, String to) throws IOException {
    send(out, 302, "Location: " + to + "\r\n", new byte[0]);
  }

  /// Sends a whole answer.
  ///
  /// @param headers complete lines
  public static void send(OutputStream out, int status, String headers, byte[] body)
      throws IOException {
    String length = "Content-Length: " + body.length + "\r\n\r\n";
    out.write(utf8("HTTP/1.1 " + status + " X\r\n" + headers + length));
    out.write(body);
  }

  public static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
