package io.openvpos.authorization.webhook.post;

import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelOption;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.ssl.SslContext;
import io.netty.handler.ssl.SslContextBuilder;
import io.openvpos.authorization.webhook.Poster;
import io.openvpos.authorization.webhook.post.PublicAddresses.AddressRefusedException;
import io.openvpos.messaging.outbound.AddressRule;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeoutException;
import java.util.regex.Pattern;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import reactor.netty.http.client.HttpClient;
import reactor.netty.http.client.HttpClientResponse;
import reactor.netty.resources.ConnectionProvider;

/// Posts over a connection of its own with the JDK's trust, and reads the head of the answer only.
/// Redirects are answers like others.
public final class NettyPoster implements Poster {

  private static final Pattern SECONDS = Pattern.compile("[0-9]{1,7}");
  private static final int HIGHEST_PORT = 65_535;

  private final HttpClient client;
  private final AddressRule rule;
  private final boolean plainHttp;
  private final Duration timeout;

  /// @param plainHttp whether `http` addresses are posted to, as in a sandbox
  /// @param extraTrust a PEM file of further authorities; null for none
  /// @param timeout of one post, from the name's look-up to the answer's head
  public NettyPoster(
      AddressRule rule, boolean plainHttp, @Nullable Path extraTrust, Duration timeout) {
    this.rule = rule;
    this.plainHttp = plainHttp;
    this.timeout = timeout;
    HttpClient made =
        HttpClient.create(ConnectionProvider.newConnection())
            .resolver(new PublicAddresses(rule))
            .followRedirect(false)
            .noProxy()
            .option(ChannelOption.CONNECT_TIMEOUT_MILLIS, Math.toIntExact(timeout.toMillis()))
            .responseTimeout(timeout);
    client = extraTrust == null ? made : made.secure(to -> to.sslContext(trusting(extraTrust)));
  }

  @Override
  public boolean allows(URI url) {
    String scheme = url.getScheme();
    String host = url.getHost();
    if (host == null || url.getRawUserInfo() != null || url.getRawFragment() != null) {
      return false;
    }
    boolean known =
        "https".equalsIgnoreCase(scheme) || (plainHttp && "http".equalsIgnoreCase(scheme));
    return known && url.getPort() != 0 && url.getPort() <= HIGHEST_PORT && literalIsAllowed(host);
  }

  @Override
  public Posted post(URI url, Map<String, String> headers, byte[] body) {
    if (!allows(url)) {
      return Posted.unanswered("address_refused");
    }
    try {
      HttpClientResponse answer =
          client
              .headers(sent -> {
                headers.forEach(sent::set);
                sent.set(HttpHeaderNames.CONTENT_TYPE, "application/json");
                sent.set(HttpHeaderNames.USER_AGENT, "OpenVposWebhooks/1.0");
              })
              .post()
              .uri(url)
              .send(Mono.fromSupplier(() -> Unpooled.wrappedBuffer(body)))
              .response()
              .block(timeout);
      HttpClientResponse given = Objects.requireNonNull(answer, "an answer or an error");
      return new Posted(given.status().code(), null, retryAfter(given));
    } catch (RuntimeException failed) {
      return Posted.unanswered(word(failed));
    }
  }

  /// Numbers in place of a name are connected to without a look-up, so they are judged here.
  private boolean literalIsAllowed(String host) {
    try {
      return rule.allows(InetAddress.ofLiteral(host));
    } catch (IllegalArgumentException aName) {
      return true;
    }
  }

  /// Only in seconds; a date would be read by a clock that is not ours.
  private static Duration retryAfter(HttpClientResponse answer) {
    String value = answer.responseHeaders().get(HttpHeaderNames.RETRY_AFTER, "");
    return SECONDS.matcher(value).matches()
        ? Duration.ofSeconds(Long.parseLong(value))
        : Duration.ZERO;
  }

  private static String word(Throwable failed) {
    for (Throwable cause = failed; cause != null; cause = cause.getCause()) {
      String word =
          switch (cause) {
            case AddressRefusedException _ -> "address_refused";
            case UnknownHostException _ -> "name_unknown";
            case SSLException _ -> "tls_failed";
            case ConnectException _ -> "connect_failed";
            case TimeoutException _ -> "timed_out";
            case io.netty.handler.timeout.TimeoutException _ -> "timed_out";
            default -> "";
          };
      if (!word.isEmpty()) {
        return word;
      }
    }
    return failed instanceof IllegalStateException ? "timed_out" : "connection_lost";
  }

  private static SslContext trusting(Path extra) {
    try {
      return SslContextBuilder.forClient().trustManager(extra.toFile()).build();
    } catch (SSLException e) {
      throw new IllegalStateException("no trust from " + extra, e);
    }
  }
}
