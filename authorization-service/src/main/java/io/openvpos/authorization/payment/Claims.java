package io.openvpos.authorization.payment;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/// The requests that run on this instance, by the id of what they execute. The store holds the
/// truth between instances; a claim only spares a second request the work.
final class Claims {

  private final Map<String, String> running = new ConcurrentHashMap<>();

  /// What taking a claim found.
  enum Found {
    FREE,
    SAME_REQUEST,
    OTHER_REQUEST
  }

  Found take(String id, String requestHash) {
    String holder = running.putIfAbsent(id, requestHash);
    if (holder == null) {
      return Found.FREE;
    }
    return holder.equals(requestHash) ? Found.SAME_REQUEST : Found.OTHER_REQUEST;
  }

  void release(String id) {
    running.remove(id);
  }
}
