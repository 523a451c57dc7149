package io.openvpos.merchant.sitecheck.fetch;

import io.openvpos.merchant.sitecheck.domain.seen.Problem;
import io.openvpos.merchant.sitecheck.domain.seen.Tls;
import io.openvpos.merchant.sitecheck.domain.seen.WebAddress;
import io.openvpos.merchant.sitecheck.fetch.ResponseReading.Body;
import io.openvpos.merchant.sitecheck.fetch.ResponseReading.Head;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import org.jspecify.annotations.Nullable;

/// Makes one request, on a connection of its own. Redirects are the caller's business: each hop is
/// one more request and goes through every refusal here.
public final class Fetcher {

  private final FetchLimits limits;
  private final TlsReading tls;

  public Fetcher(FetchLimits limits, TrustAnchors anchors, Clock clock) {
    this.limits = limits;
    this.tls = new TlsReading(anchors, clock);
  }

  /// Asks and reads the answer, as far as it is wanted.
  ///
  /// @param check when the whole check is over
  public Response fetch(Request request, Pins pins, Deadline check) throws FetchException {
    URI address = request.address();
    refuse(address);
    if (check.isOver()) {
      throw new FetchException(Problem.OUT_OF_TIME, "");
    }
    Deadline until = check.butAtMost(limits.requestTime());
    try (Wire wire = Wire.open(address, pins.of(WebAddress.host(address), until), tls, until)) {
      if (request.secret() && !mayHear(wire.tls())) {
        throw new FetchException(Problem.TLS_FAILED, "no password is sent there");
      }
      OutputStream out = wire.out();
      out.write(bytes(request));
      out.flush();
      ResponseReading reading = new ResponseReading(wire.in(), limits.pageBytes());
      Head head = reading.head();
      boolean wanted = request.readable().contains(Response.mediaType(head.headers()));
      Body body = wanted ? reading.body(head) : new Body(new byte[0], false);
      return new Response(head, body, wire.tls());
    } catch (IOException e) {
      throw until.isOver()
          ? new FetchException(
              Problem.TIMED_OUT, "after " + limits.requestTime().toSeconds() + " s")
          : new FetchException(Problem.MALFORMED, String.valueOf(e.getMessage()));
    }
  }

  /// True if a password may be sent over such a connection; a plain one is a sandbox's.
  public boolean mayHear(@Nullable Tls tls) {
    return tls == null ? limits.allowHttp() : tls.isSafe();
  }

  private void refuse(URI address) throws FetchException {
    boolean scheme =
        WebAddress.isSecure(address)
            || (limits.allowHttp() && WebAddress.scheme(address).equals("http"));
    if (!scheme || WebAddress.host(address).isEmpty() || address.getRawUserInfo() != null) {
      throw new FetchException(Problem.SCHEME_REFUSED, WebAddress.scheme(address));
    }
    if (!limits.ports().isEmpty() && !limits.ports().contains(WebAddress.port(address))) {
      throw new FetchException(Problem.PORT_REFUSED, String.valueOf(WebAddress.port(address)));
    }
  }

  private static byte[] bytes(Request request) {
    URI address = request.address();
    StringBuilder head = new StringBuilder();
    String query = address.getRawQuery() == null ? "" : "?" + address.getRawQuery();
    head.append(request.isPost() ? "POST " : "GET ").append(address.getRawPath()).append(query);
    line(head.append(" HTTP/1.1\r\n"), "Host", address.getRawAuthority());
    line(head, "User-Agent", Request.AGENT);
    line(head, "Accept", "text/html,application/xhtml+xml");
    line(head, "Accept-Language", "tr,en;q=0.5");
    line(head, "Accept-Encoding", "gzip");
    line(head, "Connection", "close");
    request.headers().forEach((name, value) -> line(head, name, value));
    String form = request.form() == null ? "" : request.form();
    if (request.isPost()) {
      line(head, "Content-Type", "application/x-www-form-urlencoded");
      line(head, "Content-Length", String.valueOf(form.length()));
    }
    // Percent-encoded throughout, so ASCII; a line break cannot get in.
    return head.append("\r\n").append(form).toString().getBytes(StandardCharsets.US_ASCII);
  }

  private static void line(StringBuilder head, String name, String value) {
    head.append(name).append(": ").append(value.replaceAll("[\\r\\n]", " ")).append("\r\n");
  }
}
