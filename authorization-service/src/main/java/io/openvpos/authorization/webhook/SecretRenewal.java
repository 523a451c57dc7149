package io.openvpos.authorization.webhook;

import com.mongodb.reactivestreams.client.MongoDatabase;
import io.openvpos.authorization.vault.Seals;
import io.openvpos.authorization.webhook.domain.Endpoint;
import io.openvpos.authorization.webhook.mongo.MongoEndpoints;
import java.util.List;
import java.util.Optional;

/// Wraps the endpoints' secrets with the active key after the vault's keys were rotated, also those
/// of endpoints that are disabled.
public final class SecretRenewal {

  private final EndpointStore endpoints;
  private final Seals seals;

  SecretRenewal(EndpointStore endpoints, Seals seals) {
    this.endpoints = endpoints;
    this.seals = seals;
  }

  public static SecretRenewal in(MongoDatabase database, Seals seals) {
    return new SecretRenewal(MongoEndpoints.in(database), seals);
  }

  /// How many endpoints were not of the active key. One changed meanwhile is left to the next run.
  public int run() {
    List<Endpoint> stale =
        endpoints.all().stream()
            .map(endpoints::find)
            .flatMap(Optional::stream)
            .filter(this::isStale)
            .toList();
    stale.forEach(each -> endpoints.save(each.resealed(seals::renewed)));
    return stale.size();
  }

  private boolean isStale(Endpoint endpoint) {
    return endpoint.secrets().stream().anyMatch(secret -> !seals.isCurrent(secret.sealed()));
  }
}
