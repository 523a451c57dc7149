package io.openvpos.merchant.sitecheck.site;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;

/// A server on this machine that answers what a test writes into the socket itself.
public final class LocalSite implements AutoCloseable {

  /// Writes an answer, however wrong.
  @FunctionalInterface
  public interface Answer {
    void write(Asked asked, OutputStream out) throws IOException;
  }

  /// A request as it came.
  ///
  /// @param target path and query, still encoded
  /// @param headers by name in lower case
  public record Asked(String method, String target, Map<String, String> headers, String body) {
    public String header(String name) {
      return headers.getOrDefault(name, "");
    }
  }

  private final ServerSocket server;
  private final boolean secure;
  private final Answer answer;
  private final List<Asked> asked = Collections.synchronizedList(new ArrayList<>());

  private LocalSite(ServerSocket server, boolean secure, Answer answer) {
    this.server = server;
    this.secure = secure;
    this.answer = answer;
    Thread.ofVirtual().start(this::accept);
  }

  public static LocalSite plain(Answer answer) {
    return start(null, answer);
  }

  public static LocalSite secure(SSLContext context, Answer answer) {
    return start(context, answer);
  }

  private static LocalSite start(@Nullable SSLContext context, Answer answer) {
    try {
      InetAddress local = InetAddress.getLoopbackAddress();
      ServerSocket server =
          context == null
              ? new ServerSocket(0, 50, local)
              : context.getServerSocketFactory().createServerSocket(0, 50, local);
      return new LocalSite(server, context != null, answer);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  public int port() {
    return server.getLocalPort();
  }

  public URI at(String name, String path) {
    return URI.create((secure ? "https://" : "http://") + name + ":" + port() + path);
  }

  public List<Asked> asked() {
    return List.copyOf(asked);
  }

  public List<String> targets() {
    return asked().stream().map(Asked::target).toList();
  }

  private void accept() {
    while (!server.isClosed()) {
      try {
        Socket socket = server.accept();
        Thread.ofVirtual().start(() -> serve(socket));
      } catch (IOException closed) {
        return;
      }
    }
  }

  private void serve(Socket socket) {
    try (socket) {
      Asked request = read(new BufferedInputStream(socket.getInputStream()));
      asked.add(request);
      answer.write(request, socket.getOutputStream());
      socket.getOutputStream().flush();
    } catch (IOException gone) {
      // The crawler had enough.
      assert gone != null;
    }
  }

  private static Asked read(InputStream in) throws IOException {
    String[] first = line(in).split(" ", -1);
    Map<String, String> headers = new TreeMap<>();
    for (String line = line(in); !line.isEmpty(); line = line(in)) {
      int colon = line.indexOf(':');
      headers.put(
          line.substring(0, colon).toLowerCase(Locale.ROOT), line.substring(colon + 1).strip());
    }
    int length = Integer.parseInt(headers.getOrDefault("content-length", "0"));
    String body = new String(in.readNBytes(length), StandardCharsets.UTF_8);
    return new Asked(first[0], first.length > 1 ? first[1] : "", headers, body);
  }

  private static String line(InputStream in) throws IOException {
    StringBuilder line = new StringBuilder();
    for (int one = in.read(); one != '\n'; one = in.read()) {
      if (one < 0) {
        throw new IOException("the request breaks off");
      }
      line.append((char) one);
    }
    return line.toString().strip();
  }

  @Override
  public void close() {
    try {
      server.close();
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }
}
