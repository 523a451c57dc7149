package io.openvpos.authorization.issuer.iso8583;

import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/// The trace numbers (DE 11) of one connection: 000001 to 999999 in turn, passing over those in
/// use. They go on counting when the connection is made anew.
final class TraceNumbers {

  private static final int LAST = 999_999;

  private final AtomicInteger counter = new AtomicInteger();
  private final Set<String> inUse = ConcurrentHashMap.newKeySet();

  /// A number that nobody uses until it is released. Far fewer are in use than there are.
  String take() {
    while (true) {
      int next = counter.updateAndGet(last -> last == LAST ? 1 : last + 1);
      String stan = String.format(Locale.ROOT, "%06d", next);
      if (inUse.add(stan)) {
        return stan;
      }
    }
  }

  void release(String stan) {
    inUse.remove(stan);
  }
}
