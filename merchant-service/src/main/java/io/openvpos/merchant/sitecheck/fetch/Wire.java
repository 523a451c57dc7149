package io.openvpos.merchant.sitecheck.fetch;

import io.openvpos.merchant.sitecheck.domain.seen.Problem;
import io.openvpos.merchant.sitecheck.domain.seen.Tls;
import io.openvpos.merchant.sitecheck.domain.seen.WebAddress;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.Socket;
import java.net.URI;
import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.regex.Pattern;
import javax.net.ssl.SNIHostName;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509ExtendedTrustManager;
import org.jspecify.annotations.Nullable;

/// One connection to a pinned address, closed from outside when its time is over: a peer that sends
/// a byte now and then never lets a read time out.
final class Wire implements AutoCloseable {

  private static final String[] PROTOCOLS = {"TLSv1.3", "TLSv1.2"};
  private static final Pattern IP_LITERAL = Pattern.compile("\\[.*]|[0-9.]+");

  private final Socket plain;
  private final Socket used;
  private final @Nullable Tls tls;
  private final Thread watch;

  private Wire(Socket plain, Socket used, @Nullable Tls tls, Thread watch) {
    this.plain = plain;
    this.used = used;
    this.tls = tls;
    this.watch = watch;
  }

  static Wire open(URI address, List<InetAddress> pinned, TlsReading reading, Deadline until)
      throws FetchException {
    Socket plain = connect(pinned, WebAddress.port(address), until);
    Thread watch =
        Thread.ofVirtual().name("site-check-watch").start(() -> closeAfter(plain, until));
    try {
      if (!WebAddress.isSecure(address)) {
        return new Wire(plain, plain, null, watch);
      }
      SSLSocket secured = handshake(plain, address);
      Tls seen = reading.read(secured.getSession(), WebAddress.host(address));
      return new Wire(plain, secured, seen, watch);
    } catch (IOException e) {
      close(plain);
      watch.interrupt();
      throw until.isOver()
          ? new FetchException(Problem.TIMED_OUT, "in the TLS handshake")
          : new FetchException(
              e instanceof SSLException ? Problem.TLS_FAILED : Problem.CONNECT_FAILED,
              String.valueOf(e.getMessage()));
    }
  }

  InputStream in() throws IOException {
    return used.getInputStream();
  }

  OutputStream out() throws IOException {
    return used.getOutputStream();
  }

  @Nullable Tls tls() {
    return tls;
  }

  /// The socket below TLS is closed, without a farewell that the peer could keep waiting.
  @Override
  public void close() {
    watch.interrupt();
    close(plain);
  }

  // The caller closes the socket that is returned.
  private static Socket connect(List<InetAddress> pinned, int port, Deadline until)
      throws FetchException {
    String last = "";
    for (InetAddress one : pinned) {
      // No proxy of the system's: it would look the name up again.
      Socket socket = new Socket(Proxy.NO_PROXY);
      try {
        socket.setSoTimeout(until.leftMillis());
        socket.connect(new InetSocketAddress(one, port), until.leftMillis());
        return socket;
      } catch (IOException e) {
        close(socket);
        last = one.getHostAddress() + ":" + port + " " + e.getMessage();
      }
    }
    throw new FetchException(until.isOver() ? Problem.TIMED_OUT : Problem.CONNECT_FAILED, last);
  }

  private static SSLSocket handshake(Socket plain, URI address) throws IOException {
    String host = WebAddress.host(address);
    SSLSocket socket =
        (SSLSocket)
            context().getSocketFactory().createSocket(plain, host, WebAddress.port(address), true);
    SSLParameters parameters = socket.getSSLParameters();
    parameters.setProtocols(PROTOCOLS);
    if (!IP_LITERAL.matcher(host).matches()) {
      parameters.setServerNames(List.of(new SNIHostName(host)));
    }
    socket.setSSLParameters(parameters);
    socket.startHandshake();
    return socket;
  }

  private static SSLContext context() {
    try {
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(null, new TrustManager[] {new Looking()}, null);
      return context;
    } catch (GeneralSecurityException absent) {
      throw new IllegalStateException("every JDK has TLS", absent);
    }
  }

  private static void closeAfter(Socket socket, Deadline until) {
    try {
      Thread.sleep(until.left());
      close(socket);
    } catch (InterruptedException done) {
      Thread.currentThread().interrupt();
    }
  }

  private static void close(Socket socket) {
    try {
      socket.close();
    } catch (IOException gone) {
      // It is of no use to anybody any more.
      assert gone != null;
    }
  }

  /// Lets every certificate in, because a bad one is a finding and not a reason to look away.
  /// [TlsReading] judges it; secrets are sent only where it found nothing.
  private static final class Looking extends X509ExtendedTrustManager {

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type) {}

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type) {}

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type, Socket socket) {}

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type, Socket socket) {}

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type, SSLEngine engine) {}

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type, SSLEngine engine) {}

    @Override
    public X509Certificate[] getAcceptedIssuers() {
      return new X509Certificate[0];
    }
  }
}
