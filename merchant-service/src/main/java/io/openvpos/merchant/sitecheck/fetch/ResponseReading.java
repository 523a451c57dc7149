package io.openvpos.merchant.sitecheck.fetch;

import io.openvpos.merchant.sitecheck.domain.seen.Problem;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/// Reads an HTTP/1.1 answer (RFC 9112) from a peer that may send anything.
final class ResponseReading {

  /// Interim answers (1xx) before the one that counts.
  private static final int MOST_INTERIM = 5;

  private static final Pattern STATUS = Pattern.compile("HTTP/1\\.[01] ([1-5][0-9]{2})( .*)?");
  private static final Set<String> GZIP = Set.of("gzip", "x-gzip");

  private final InputStream in;
  private final int bodyLimit;
  private int headLeft = FetchLimits.HEAD_BYTES;

  ResponseReading(InputStream in, int bodyLimit) {
    this.in = new BufferedInputStream(in);
    this.bodyLimit = bodyLimit;
  }

  /// An answer's first part.
  record Head(int status, Map<String, List<String>> headers) {
    String header(String name) {
      return headers.getOrDefault(name, List.of("")).getFirst();
    }
  }

  /// As much of the body as is wanted.
  static final class Body {
    private final byte[] bytes;
    private final boolean cut;

    Body(byte[] bytes, boolean cut) {
      this.bytes = bytes;
      this.cut = cut;
    }

    byte[] bytes() {
      return bytes;
    }

    boolean cut() {
      return cut;
    }
  }

  Head head() throws IOException, FetchException {
    for (int interim = 0; interim <= MOST_INTERIM; interim++) {
      Matcher first = STATUS.matcher(line());
      if (!first.matches()) {
        throw new FetchException(Problem.MALFORMED, "not an HTTP/1.1 answer");
      }
      int status = Integer.parseInt(first.group(1));
      Map<String, List<String>> headers = headers();
      if (status >= 200) {
        return new Head(status, headers);
      }
    }
    throw new FetchException(Problem.MALFORMED, "interim answers only");
  }

  private Map<String, List<String>> headers() throws IOException, FetchException {
    Map<String, List<String>> headers = new HashMap<>();
    for (String line = line(); !line.isEmpty(); line = line()) {
      int colon = line.indexOf(':');
      // Folded lines and nonsense are passed over.
      if (colon > 0 && !Character.isWhitespace(line.charAt(0))) {
        String name = line.substring(0, colon).strip().toLowerCase(Locale.ROOT);
        headers
            .computeIfAbsent(name, _ -> new ArrayList<>())
            .add(line.substring(colon + 1).strip());
      }
    }
    return headers;
  }

  private String line() throws IOException, FetchException {
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    for (int one = in.read(); one != '\n'; one = in.read()) {
      if (one < 0) {
        throw new FetchException(Problem.MALFORMED, "the answer breaks off");
      }
      if (--headLeft < 0) {
        throw new FetchException(
            Problem.HEADERS_TOO_LARGE, "more than " + FetchLimits.HEAD_BYTES + " bytes");
      }
      line.write(one);
    }
    String text = line.toString(StandardCharsets.ISO_8859_1);
    return text.endsWith("\r") ? text.substring(0, text.length() - 1) : text;
  }

  /// Never more than the limit, neither of what comes over the wire nor of what it unpacks to.
  Body body(Head head) throws IOException, FetchException {
    if (head.status() == 204 || head.status() == 304) {
      return new Body(new byte[0], false);
    }
    String encoding = head.header("content-encoding").toLowerCase(Locale.ROOT);
    InputStream raw = new Capped(framed(head), bodyLimit);
    if (encoding.isEmpty() || encoding.equals("identity")) {
      return bounded(raw);
    }
    if (!GZIP.contains(encoding)) {
      throw new FetchException(Problem.MALFORMED, "content-encoding " + encoding);
    }
    try {
      return bounded(new GZIPInputStream(raw));
    } catch (ZipException broken) {
      throw new FetchException(Problem.MALFORMED, "not gzip: " + broken.getMessage());
    }
  }

  private InputStream framed(Head head) throws FetchException {
    if (head.header("transfer-encoding").toLowerCase(Locale.ROOT).endsWith("chunked")) {
      return new Chunks(in);
    }
    String length = head.header("content-length");
    if (length.isEmpty()) {
      return in;
    }
    if (!length.matches("[0-9]{1,18}")) {
      throw new FetchException(Problem.MALFORMED, "content-length " + length);
    }
    return new Capped(in, Long.parseLong(length));
  }

  private Body bounded(InputStream from) throws IOException {
    ByteArrayOutputStream taken = new ByteArrayOutputStream();
    byte[] buffer = new byte[8_192];
    try {
      for (int read = from.read(buffer); read >= 0; read = from.read(buffer)) {
        taken.write(buffer, 0, Math.min(read, bodyLimit - taken.size()));
        if (taken.size() == bodyLimit) {
          return new Body(taken.toByteArray(), true);
        }
      }
      return new Body(taken.toByteArray(), false);
    } catch (EOFException brokenOff) {
      return new Body(taken.toByteArray(), true);
    }
  }

  /// At most so many bytes of another stream.
  private static final class Capped extends InputStream {

    private final InputStream from;
    private long left;

    Capped(InputStream from, long most) {
      this.from = from;
      this.left = most;
    }

    @Override
    public int read() throws IOException {
      byte[] one = new byte[1];
      return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] into, int at, int length) throws IOException {
      if (left <= 0) {
        return -1;
      }
      int read = from.read(into, at, (int) Math.min(length, left));
      left -= Math.max(read, 0);
      return read;
    }
  }

  /// The body of a chunked answer. Trailers are left unread: the connection ends with the answer.
  private static final class Chunks extends InputStream {

    private static final int LONGEST_SIZE_LINE = 1_024;

    private final InputStream from;
    private boolean begun;
    private long left;
    private boolean over;

    Chunks(InputStream from) {
      this.from = from;
    }

    @Override
    public int read() throws IOException {
      byte[] one = new byte[1];
      return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] into, int at, int length) throws IOException {
      if (left == 0 && !over) {
        next();
      }
      if (over) {
        return -1;
      }
      int read = from.read(into, at, (int) Math.min(length, left));
      if (read < 0) {
        throw new EOFException();
      }
      left -= read;
      return read;
    }

    private void next() throws IOException {
      if (begun) {
        sizeLine();
      }
      begun = true;
      String size = sizeLine();
      int end = size.indexOf(';');
      String digits = (end < 0 ? size : size.substring(0, end)).strip();
      if (!digits.matches("[0-9a-fA-F]{1,15}")) {
        throw new EOFException();
      }
      left = Long.parseLong(digits, 16);
      over = left == 0;
    }

    private String sizeLine() throws IOException {
      StringBuilder line = new StringBuilder();
      for (int one = from.read(); one != '\n'; one = from.read()) {
        if (one < 0 || line.length() > LONGEST_SIZE_LINE) {
          throw new EOFException();
        }
        line.append((char) one);
      }
      return line.toString().strip();
    }
  }
}
