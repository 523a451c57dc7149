package io.openvpos.authorization.guard;

import io.openvpos.messaging.access.AddressRange;
import io.openvpos.money.Mode;
import java.net.Inet6Address;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Counts attempts and declines by the shopper's address, by card and by device, and lets none
/// through that would be one too many. What it refuses it does not count, so that waiting helps.
///
/// The address is the one that the shop reports of its customer, or the payer's own on our page;
/// never the caller's of the API, since a shop's server has only one for all its customers. What a
/// shop reports is counted by merchant: nobody can lock out another one's customers.
///
/// See docs/decisions/0084-card-testing-at-the-edge.md.
public final class CardTestingGuard {

  private static final int NETWORK_BYTES = 8;

  private final GuardSettings settings;
  private final Clock clock;
  private final Map<String, Tries> names;
  private final Map<String, Attempt> awaited;

  public CardTestingGuard(GuardSettings settings, Clock clock) {
    this.settings = settings;
    this.clock = clock;
    names = forgetful(settings.remembered());
    awaited = forgetful(settings.remembered());
  }

  /// Limits that nobody reaches.
  public static CardTestingGuard none(Clock clock) {
    int many = Integer.MAX_VALUE;
    GuardSettings.Address address = new GuardSettings.Address(many, many);
    GuardSettings.Card card = new GuardSettings.Card(many, many);
    GuardSettings.Device device = new GuardSettings.Device(many, many);
    return new CardTestingGuard(
        new GuardSettings(false, Duration.ofMinutes(1), address, card, device, 1), clock);
  }

  /// Who tries which card.
  ///
  /// @param ip the shopper's; null if nobody knows it
  /// @param fingerprint of the card, the same at all merchants
  public record Attempt(
      String paymentId,
      String merchantId,
      Mode mode,
      @Nullable String ip,
      String fingerprint,
      @Nullable String deviceId) {}

  /// Counts the attempt, or says how long to wait before another one. One that is made once more,
  /// because nothing came of it, is the same attempt.
  public synchronized Optional<Duration> begin(Attempt attempt) {
    if (attempt.mode() == Mode.TEST && !settings.testMode()) {
      return Optional.empty();
    }
    if (attempt.equals(awaited.get(attempt.paymentId()))) {
      return Optional.empty();
    }
    Instant now = clock.instant();
    List<Tries> tries = of(attempt);
    Optional<Duration> wait =
        tries.stream().flatMap(one -> one.wait(now).stream()).max(Duration::compareTo);
    if (wait.isEmpty()) {
      tries.forEach(one -> one.attempted(now));
      awaited.put(attempt.paymentId(), attempt);
    }
    return wait;
  }

  /// The payment of an attempt was declined, however much later.
  public synchronized void declined(String paymentId) {
    Attempt attempt = awaited.remove(paymentId);
    if (attempt != null) {
      Instant now = clock.instant();
      of(attempt).forEach(one -> one.declined(now));
    }
  }

  private List<Tries> of(Attempt attempt) {
    List<Tries> tries = new ArrayList<>();
    String merchant = attempt.merchantId() + "|" + attempt.mode().code() + "|";
    tries.add(named("card|" + attempt.fingerprint(), settings.card().limit()));
    if (attempt.ip() != null) {
      tries.add(named("address|" + merchant + network(attempt.ip()), settings.address().limit()));
    }
    if (attempt.deviceId() != null) {
      tries.add(named("device|" + merchant + attempt.deviceId(), settings.device().limit()));
    }
    return tries;
  }

  /// One customer of an IPv6 network has all of a /64, and could come from another address each
  /// time.
  private static String network(String ip) {
    return AddressRange.address(ip)
        .map(address ->
            address instanceof Inet6Address
                ? HexFormat.of().formatHex(address.getAddress(), 0, NETWORK_BYTES) + "::/64"
                : address.getHostAddress())
        .orElse(ip);
  }

  private Tries named(String name, GuardSettings.Limit limit) {
    return names.computeIfAbsent(name, _ -> new Tries(limit, settings.window()));
  }

  private static <V> Map<String, V> forgetful(int remembered) {
    return new LinkedHashMap<>(16, 0.75f, true) {
      @Override
      protected boolean removeEldestEntry(Map.Entry<String, V> eldest) {
        return size() > remembered;
      }
    };
  }

  /// How many names and awaited outcomes are remembered.
  synchronized int remembered() {
    return Math.max(names.size(), awaited.size());
  }
}
