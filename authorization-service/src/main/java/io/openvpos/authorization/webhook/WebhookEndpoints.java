package io.openvpos.authorization.webhook;

import io.openvpos.authorization.webhook.EndpointSecrets.Fresh;
import io.openvpos.authorization.webhook.domain.Delivery;
import io.openvpos.authorization.webhook.domain.Endpoint;
import io.openvpos.authorization.webhook.domain.Endpoint.Disabled;
import io.openvpos.authorization.webhook.domain.Endpoint.Owner;
import io.openvpos.authorization.webhook.domain.EventFilter;
import io.openvpos.authorization.webhook.domain.SigningSecret;
import java.net.URI;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/// What a merchant does with its endpoints. Another owner's are not there.
public final class WebhookEndpoints {

  /// Of one owner.
  public static final int MOST = 10;

  private static final int ID_BYTES = 12;
  private static final int NONCE_BYTES = 16;

  private final WebhookParts parts;
  private final Announcement announcement;
  private final Deliverer deliverer;
  private final SecureRandom random;
  private final Clock clock;

  WebhookEndpoints(
      WebhookParts parts,
      Announcement announcement,
      Deliverer deliverer,
      SecureRandom random,
      Clock clock) {
    this.parts = parts;
    this.announcement = announcement;
    this.deliverer = deliverer;
    this.random = random;
    this.clock = clock;
  }

  /// An endpoint with its new secret, which is shown this once.
  public record WithSecret(Endpoint endpoint, String secret) {

    @Override
    public String toString() {
      return "WithSecret[" + endpoint.id() + "]";
    }
  }

  /// What came of a change.
  public sealed interface Change {

    record Done(Endpoint endpoint) implements Change {}

    record NotFound() implements Change {}

    /// Another one of the owner has the address.
    record AddressTaken() implements Change {}
  }

  public boolean allows(URI url) {
    return parts.poster().allows(url);
  }

  /// Empty if the owner has one with this address. Two requests at once may make one more than
  /// [#MOST].
  public Optional<WithSecret> add(Owner owner, URI url, EventFilter filter, String description) {
    String id = "we_" + hex(ID_BYTES);
    Fresh fresh = parts.secrets().make(id);
    Endpoint made =
        new Endpoint(
            id,
            owner,
            url.toString(),
            filter,
            description,
            null,
            List.of(new SigningSecret(fresh.sealed(), null)),
            clock.instant(),
            0);
    return parts.endpoints().insert(made)
        ? Optional.of(new WithSecret(made, fresh.shown()))
        : Optional.empty();
  }

  public List<Endpoint> list(Owner owner) {
    return parts.endpoints().of(owner);
  }

  public Optional<Endpoint> find(Owner owner, String id) {
    return parts.endpoints().find(id).filter(found -> found.owner().equals(owner));
  }

  /// Null keeps what is.
  public Change change(
      Owner owner,
      String id,
      @Nullable URI url,
      @Nullable EventFilter filter,
      @Nullable String description,
      @Nullable Boolean enabled) {
    return save(
        owner,
        id,
        found ->
            found.changed(
                url == null ? null : url.toString(),
                filter,
                description,
                standing(found, enabled)));
  }

  private @Nullable Disabled standing(Endpoint found, @Nullable Boolean enabled) {
    if (enabled == null || enabled == found.isEnabled()) {
      return found.disabled();
    }
    return enabled ? null : new Disabled(Disabled.BY_MERCHANT, clock.instant());
  }

  /// A new secret; the one before signs beside it for `overlap`.
  public Optional<WithSecret> roll(Owner owner, String id, Duration overlap) {
    Fresh fresh = parts.secrets().make(id);
    Change made = save(owner, id, found -> found.rolled(fresh.sealed(), clock.instant(), overlap));
    return made instanceof Change.Done(Endpoint rolled)
        ? Optional.of(new WithSecret(rolled, fresh.shown()))
        : Optional.empty();
  }

  public boolean remove(Owner owner, String id) {
    return find(owner, id).isPresent() && parts.endpoints().delete(id);
  }

  /// Sends a test event now.
  public Delivery test(Endpoint endpoint) {
    return announcement.test(endpoint, hex(NONCE_BYTES));
  }

  /// Newest first, one more than `limit` if there is more.
  public List<Delivery> log(
      Endpoint endpoint, Delivery.@Nullable State state, @Nullable Delivery after, int limit) {
    return parts.deliveries().log(endpoint.id(), state, after, limit + 1);
  }

  /// A delivery of one of the owner's endpoints.
  public Optional<Delivery> delivery(Owner owner, String id) {
    return parts.deliveries().find(id).filter(found -> find(owner, found.endpointId()).isPresent());
  }

  /// Due now, with all its tries before it.
  public Delivery resend(Delivery delivery) {
    Delivery standing = delivery;
    Delivery again = standing.again(clock.instant());
    while (!parts.deliveries().save(again)) {
      standing = parts.deliveries().find(delivery.id()).orElse(standing);
      again = standing.again(clock.instant());
    }
    deliverer.due(again.endpointId());
    return again;
  }

  private Change save(Owner owner, String id, UnaryOperator<Endpoint> change) {
    while (true) {
      Optional<Endpoint> found = find(owner, id);
      if (found.isEmpty()) {
        return new Change.NotFound();
      }
      Endpoint changed = change.apply(found.get());
      if (parts.endpoints().save(changed)) {
        if (changed.isEnabled()) {
          deliverer.due(id);
        }
        return new Change.Done(changed);
      }
      boolean taken =
          list(owner).stream()
              .anyMatch(one -> !one.id().equals(id) && one.url().equals(changed.url()));
      if (taken) {
        return new Change.AddressTaken();
      }
    }
  }

  private String hex(int length) {
    byte[] bytes = new byte[length];
    random.nextBytes(bytes);
    return HexFormat.of().formatHex(bytes);
  }
}
