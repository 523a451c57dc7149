package io.openvpos.messaging.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class RemoteStaffKeysTest {

  /// Each waited for a time-out of its own, one after another.
  @Test
  void aServiceThatDoesNotAnswerIsAskedOnceForAllWhoWaitForIt() throws Exception {
    try (ServerSocket silent = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
      RemoteStaffKeys keys =
          new RemoteStaffKeys(URI.create("http://127.0.0.1:" + silent.getLocalPort() + "/jwks"));
      List<Thread> waiting =
          Stream.generate(
                  () -> Thread.ofVirtual().start(() -> assertThat(keys.find("unknown")).isEmpty()))
              .limit(4)
              .toList();
      for (Thread each : waiting) {
        each.join();
      }
      silent.setSoTimeout(200);
      silent.accept().close();
      assertThatExceptionOfType(SocketTimeoutException.class).isThrownBy(silent::accept);
    }
  }
}
