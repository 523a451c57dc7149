package io.openvpos.merchant.sitecheck.fetch;

import io.openvpos.merchant.sitecheck.domain.seen.Tls;
import io.openvpos.merchant.sitecheck.fetch.ResponseReading.Body;
import io.openvpos.merchant.sitecheck.fetch.ResponseReading.Head;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What an address answered. Headers go by their name in lower case.
public final class Response {

  private final int status;
  private final Map<String, List<String>> headers;
  private final byte[] body;
  private final boolean cut;
  private final @Nullable Tls tls;

  Response(Head head, Body body, @Nullable Tls tls) {
    this.status = head.status();
    this.headers = Map.copyOf(head.headers());
    this.body = body.bytes();
    this.cut = body.cut();
    this.tls = tls;
  }

  public int status() {
    return status;
  }

  public byte[] body() {
    return body;
  }

  /// True if the body was longer than what was read.
  public boolean cut() {
    return cut;
  }

  public @Nullable Tls tls() {
    return tls;
  }

  public List<String> all(String name) {
    return headers.getOrDefault(name, List.of());
  }

  public String header(String name) {
    return headers.getOrDefault(name, List.of("")).getFirst();
  }

  /// The media type, without its parameters.
  public String mediaType() {
    return mediaType(headers);
  }

  static String mediaType(Map<String, List<String>> headers) {
    String sent = headers.getOrDefault("content-type", List.of("")).getFirst();
    int end = sent.indexOf(';');
    return (end < 0 ? sent : sent.substring(0, end)).strip().toLowerCase(Locale.ROOT);
  }
}
