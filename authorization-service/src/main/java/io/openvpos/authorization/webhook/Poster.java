package io.openvpos.authorization.webhook;

import java.net.URI;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Posts once, and follows nothing.
public interface Poster {

  Posted post(URI url, Map<String, String> headers, byte[] body);

  /// Whether such an address may be posted to at all, as far as the text of it tells.
  boolean allows(URI url);

  /// What came back.
  ///
  /// @param status 0 without an answer
  /// @param fault a word for why there is none; null with one
  /// @param retryAfter what the answer asks for; zero if it does not
  record Posted(int status, @Nullable String fault, Duration retryAfter) {

    public static Posted unanswered(String fault) {
      return new Posted(0, fault, Duration.ZERO);
    }
  }
}
