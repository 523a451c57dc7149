package io.openvpos.messaging.limits;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Clients that hold a connection without ever finishing what they began to say.
class SlowClientsTest {

  private static final TestEdge EDGE =
      new TestEdge("server.netty.idle-timeout=500ms", "vpos.limits.body-within=500ms");

  @AfterAll
  static void close() {
    EDGE.close();
  }

  @ParameterizedTest
  @CsvSource({
    "''",
    "'GET /v1/things HTTP/1.1'",
    "'GET /v1/things HTTP/1.1\r\nHost: here\r\nX-Header: '"
  })
  void headersThatNeverEndAreGivenUp(String begun) throws Exception {
    try (Socket socket = open(begun)) {
      assertThat(socket.getInputStream().readAllBytes()).isEmpty();
    }
  }

  /// A byte now and then keeps nothing open.
  @Test
  void headersThatTrickleAreGivenUpToo() throws Exception {
    try (Socket socket = open("GET /v1/things HTTP/1.1\r\nX-Header: ")) {
      OutputStream out = socket.getOutputStream();
      await().until(() -> isBroken(out));
    }
  }

  @ParameterizedTest
  @CsvSource({"sk_1, ''", "unknown, HTTP/1.1 401"})
  void aBodyThatNeverEndsIsGivenUpWhetherItIsReadOrNot(String key, String told) throws Exception {
    String head =
        "POST /v1/things HTTP/1.1\r\nHost: here\r\nContent-Type: application/json\r\n"
            + "Content-Length: 1000\r\nAuthorization: Bearer "
            + key
            + "\r\n\r\n{";
    try (Socket socket = open(head)) {
      String answer = new String(socket.getInputStream().readAllBytes(), ISO_8859_1);
      assertThat(answer).startsWith(told);
    }
  }

  @ParameterizedTest
  @CsvSource({"5000, 10, 414", "10, 9000, 431"})
  void anAddressAndHeadersAreBounded(int path, int header, int status) throws Exception {
    String request =
        "GET /" + "a".repeat(path) + " HTTP/1.1\r\nX-Long: " + "b".repeat(header) + "\r\n\r\n";
    try (Socket socket = open(request)) {
      String answer = new String(socket.getInputStream().readAllBytes(), ISO_8859_1);
      assertThat(answer).startsWith("HTTP/1.1 " + status);
    }
  }

  private static Socket open(String begun) throws IOException {
    Socket socket = new Socket(InetAddress.getLoopbackAddress(), EDGE.port());
    socket.setSoTimeout(60_000);
    socket.getOutputStream().write(begun.getBytes(ISO_8859_1));
    return socket;
  }

  private static boolean isBroken(OutputStream out) {
    try {
      out.write('x');
      return false;
    } catch (IOException e) {
      return true;
    }
  }
}
