package io.openvpos.authorization.webhook;

import io.openvpos.authorization.webhook.domain.Endpoint;
import java.util.List;
import java.util.Optional;

/// The stored endpoints.
public interface EndpointStore {

  /// False if the owner has an endpoint with that address already.
  boolean insert(Endpoint endpoint);

  Optional<Endpoint> find(String id);

  /// Every endpoint of an owner, oldest first.
  List<Endpoint> of(Endpoint.Owner owner);

  /// The ids of all that are enabled.
  List<String> enabled();

  /// The ids of all, whoever's and however they stand.
  List<String> all();

  /// False if it has changed since `endpoint` was made of the version before, or if another one of
  /// the owner has the address.
  boolean save(Endpoint endpoint);

  boolean delete(String id);
}
