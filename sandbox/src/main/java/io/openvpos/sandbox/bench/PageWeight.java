package io.openvpos.sandbox.bench;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.zip.GZIPOutputStream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;

/// How many bytes a payer's browser loads for the page: itself and every file that it names. The
/// service does not compress; gzip is what the proxy in front of it would send.
record PageWeight(int files, long plain, long gzip) {

  /// The bar, compressed.
  static final long MOST = 60_000;

  static PageWeight of(String url) {
    return of(url, address -> PayerVisit.send(HttpRequest.newBuilder(URI.create(address))).body());
  }

  static PageWeight of(String url, Function<String, String> fetch) {
    List<String> texts = new ArrayList<>();
    texts.add(fetch.apply(url));
    for (Element tag :
        Jsoup.parse(texts.getFirst(), url).select("script[src], link[href], img[src]")) {
      String file = tag.absUrl(tag.hasAttr("src") ? "src" : "href");
      if (file.startsWith("http")) {
        texts.add(fetch.apply(file));
      }
    }
    long plain = 0;
    long gzip = 0;
    for (String text : texts) {
      byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
      plain += bytes.length;
      gzip += compressed(bytes);
    }
    return new PageWeight(texts.size(), plain, gzip);
  }

  private static long compressed(byte[] bytes) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
      gzip.write(bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.size();
  }

  @Override
  public String toString() {
    return String.format(
        Locale.ROOT,
        "%d files, %.1f kB plain, %.1f kB gzip (bar %d kB: %s)",
        files,
        plain / 1e3,
        gzip / 1e3,
        MOST / 1_000,
        gzip < MOST ? "met" : "NOT MET");
  }
}
