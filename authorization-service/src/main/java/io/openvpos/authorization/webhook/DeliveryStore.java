package io.openvpos.authorization.webhook;

import io.openvpos.authorization.webhook.domain.Delivery;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The stored deliveries.
public interface DeliveryStore {

  /// False if it is there already.
  boolean insert(Delivery delivery);

  Optional<Delivery> find(String id);

  /// Pending ones that are due, the longest due first.
  List<Delivery> due(String endpointId, Instant now, int limit);

  /// Newest first.
  ///
  /// @param state null for any
  /// @param after only what comes after this one in that order; null from the start
  List<Delivery> log(
      String endpointId, Delivery.@Nullable State state, @Nullable Delivery after, int limit);

  /// Every delivery of a payment's events.
  List<Delivery> ofPayment(String paymentId);

  /// Whether the endpoint has accepted anything since.
  boolean acceptedSince(String endpointId, Instant since);

  /// False if it has changed since `delivery` was made of the version before.
  boolean save(Delivery delivery);

  /// Removes what was made before; returns how many there were.
  int removeMadeBefore(Instant cutoff);
}
