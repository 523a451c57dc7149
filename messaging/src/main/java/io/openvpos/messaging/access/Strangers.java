package io.openvpos.messaging.access;

import java.time.Duration;
import java.util.Optional;
import org.springframework.http.server.reactive.ServerHttpRequest;

/// How often requests of nobody known are answered 401. Whoever has a good key is never held up by
/// it, also behind the same address.
public interface Strangers {

  /// Counts one more; how long to wait if it is one too many.
  Optional<Duration> tooMany(ServerHttpRequest request);
}
