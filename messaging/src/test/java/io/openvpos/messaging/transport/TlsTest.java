package io.openvpos.messaging.transport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.openvpos.messaging.MessagingAutoConfiguration;
import io.openvpos.messaging.access.StaffKeys;
import java.io.IOException;
import java.math.BigInteger;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.SSLSession;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// TLS by settings alone, as every service has it, and a certificate that is replaced under way.
class TlsTest {

  @TempDir private Path folder;

  @Configuration(proxyBeanMethods = false)
  @EnableAutoConfiguration(exclude = MessagingAutoConfiguration.class)
  static class Edge {

    @Bean
    Clock clock() {
      return Clock.systemUTC();
    }

    @Bean
    StaffKeys staffKeys() {
      return _ -> Optional.empty();
    }
  }

  @Test
  void aReplacedCertificateIsShownWithoutAStart() throws Exception {
    Instant now = Instant.now();
    SelfSigned first = new SelfSigned(1, now.minusSeconds(60), now.plus(Duration.ofDays(1)));
    SelfSigned second = new SelfSigned(2, now.minusSeconds(60), now.plus(Duration.ofDays(2)));
    first.into(folder);

    try (ConfigurableApplicationContext edge = start()) {
      int port = port(edge);
      assertThat(shown(port, first)).isEqualTo(BigInteger.ONE);
      assertThatThrownBy(() -> shown(port, second)).isInstanceOf(SSLHandshakeException.class);
      assertThatThrownBy(() -> call(HttpClient.newHttpClient(), "http", port))
          .isInstanceOf(IOException.class);

      second.into(folder);

      await()
          .ignoreException(SSLHandshakeException.class)
          .until(() -> shown(port, second).equals(BigInteger.TWO));
      assertThatThrownBy(() -> shown(port, first)).isInstanceOf(SSLHandshakeException.class);
    }
  }

  private ConfigurableApplicationContext start() {
    return new SpringApplicationBuilder(Edge.class)
        .run(
            "--spring.config.name=messaging-defaults",
            "--server.port=0",
            "--server.ssl.bundle=web",
            "--spring.ssl.bundle.watch.file.quiet-period=200ms",
            "--spring.ssl.bundle.pem.web.reload-on-update=true",
            "--spring.ssl.bundle.pem.web.keystore.verify-keys=true",
            "--spring.ssl.bundle.pem.web.keystore.certificate=file:" + folder + "/tls.crt",
            "--spring.ssl.bundle.pem.web.keystore.private-key=file:" + folder + "/tls.key",
            "--management.endpoint.health.group.readiness.include=readinessState");
  }

  private static int port(ConfigurableApplicationContext edge) {
    var server = ((WebServerApplicationContext) edge).getWebServer();
    if (server == null) {
      throw new AssertionError("no server");
    }
    return server.getPort();
  }

  /// The serial number of the certificate in a handshake with a client that trusts one alone.
  private static BigInteger shown(int port, SelfSigned trusted) throws Exception {
    try (HttpClient client = HttpClient.newBuilder().sslContext(trusting(trusted)).build()) {
      HttpResponse<String> answer = call(client, "https", port);
      SSLSession session = answer.sslSession().orElseThrow();
      assertThat(answer.statusCode()).isEqualTo(401);
      assertThat(session.getProtocol()).isEqualTo("TLSv1.3");
      return ((X509Certificate) session.getPeerCertificates()[0]).getSerialNumber();
    }
  }

  private static HttpResponse<String> call(HttpClient client, String scheme, int port)
      throws IOException, InterruptedException {
    URI uri = URI.create(scheme + "://127.0.0.1:" + port + "/v1/anything");
    return client.send(HttpRequest.newBuilder(uri).build(), BodyHandlers.ofString());
  }

  private static SSLContext trusting(SelfSigned trusted) throws Exception {
    KeyStore store = KeyStore.getInstance("PKCS12");
    store.load(null, null);
    store.setCertificateEntry("one", trusted.certificate());
    TrustManagerFactory managers =
        TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    managers.init(store);
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(null, managers.getTrustManagers(), null);
    return context;
  }
}
