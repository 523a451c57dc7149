package io.openvpos.merchant.sitecheck.fetch;

import io.openvpos.merchant.sitecheck.domain.seen.Problem;
import io.openvpos.messaging.outbound.AddressRule;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// The addresses of the names of one check. A name is looked up once, judged by what came back, and
/// connected to at exactly that: a second answer of its server is never asked for, so it cannot be
/// another one (DNS rebinding).
public final class Pins {

  private static final int MOST_TRIED = 3;

  private final Resolver resolver;
  private final AddressRule rule;
  private final Map<String, List<InetAddress>> pinned = new HashMap<>();

  public Pins(Resolver resolver, AddressRule rule) {
    this.resolver = resolver;
    this.rule = rule;
  }

  List<InetAddress> of(String name, Deadline until) throws FetchException {
    List<InetAddress> known = pinned.get(name);
    if (known != null) {
      return known;
    }
    List<InetAddress> found = resolve(name, until);
    if (found.isEmpty()) {
      throw new FetchException(Problem.NAME_UNKNOWN, name);
    }
    for (InetAddress one : found) {
      // One private address among public ones is no mistake to work around.
      if (!rule.allows(one)) {
        throw new FetchException(Problem.ADDRESS_REFUSED, name + " " + one.getHostAddress());
      }
    }
    List<InetAddress> taken = found.stream().limit(MOST_TRIED).toList();
    pinned.put(name, taken);
    return taken;
  }

  private List<InetAddress> resolve(String name, Deadline until) throws FetchException {
    CompletableFuture<List<InetAddress>> answer = new CompletableFuture<>();
    Thread.ofVirtual()
        .name("site-check-name")
        .start(() -> {
          try {
            answer.complete(resolver.resolve(name));
          } catch (UnknownHostException unknown) {
            answer.completeExceptionally(unknown);
          }
        });
    try {
      return answer.get(until.leftMillis(), TimeUnit.MILLISECONDS);
    } catch (ExecutionException unknown) {
      throw new FetchException(Problem.NAME_UNKNOWN, name);
    } catch (TimeoutException late) {
      throw new FetchException(Problem.TIMED_OUT, name);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new FetchException(Problem.OUT_OF_TIME, name);
    }
  }
}
