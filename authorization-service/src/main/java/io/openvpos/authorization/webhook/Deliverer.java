package io.openvpos.authorization.webhook;

import io.openvpos.authorization.webhook.domain.Delivery;
import io.openvpos.authorization.webhook.domain.Endpoint;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Sends what is due. Each endpoint has a lane of its own, so that a slow one waits for nobody but
/// itself; within a lane a few tries run at once, and their order is a hint, not a promise.
public final class Deliverer {

  private static final Logger LOGGER = LoggerFactory.getLogger(Deliverer.class);
  private static final int LOOKED_UP = 20;

  private final EndpointStore endpoints;
  private final DeliveryStore deliveries;
  private final Try tries;
  private final Executor threads;
  private final int atOnce;
  private final Clock clock;
  private final Map<String, Lane> lanes = new ConcurrentHashMap<>();

  /// @param threads one for each lane and each try; they wait most of the time
  Deliverer(WebhookParts parts, Try tries, Executor threads, int atOnce, Clock clock) {
    this.endpoints = parts.endpoints();
    this.deliveries = parts.deliveries();
    this.tries = tries;
    this.threads = threads;
    this.atOnce = atOnce;
    this.clock = clock;
  }

  /// One endpoint's tries.
  private static final class Lane {

    /// 0 at rest, 1 looking, 2 looking and told again.
    final AtomicInteger calls = new AtomicInteger();

    final Semaphore places;
    volatile Instant quietUntil = Instant.MIN;

    Lane(int atOnce) {
      places = new Semaphore(atOnce);
    }
  }

  /// Something of this endpoint may be due.
  public void due(String endpointId) {
    Lane lane = lanes.computeIfAbsent(endpointId, _ -> new Lane(atOnce));
    if (lane.calls.getAndSet(2) == 0) {
      threads.execute(() -> work(endpointId, lane));
    }
  }

  /// Looks after every enabled endpoint: what waited for its time, and what another instance left.
  void sweep() {
    List<String> enabled = endpoints.enabled();
    lanes.keySet().retainAll(enabled);
    enabled.forEach(this::due);
  }

  private void work(String endpointId, Lane lane) {
    do {
      lane.calls.set(1);
      try {
        sendDue(endpointId, lane);
      } catch (RuntimeException e) {
        // The next sweep looks again; an exception would end the lane.
        LOGGER.warn("the deliveries of {} could not be read", endpointId, e);
      }
    } while (!lane.calls.compareAndSet(1, 0));
  }

  private void sendDue(String endpointId, Lane lane) {
    while (!clock.instant().isBefore(lane.quietUntil)) {
      Optional<Endpoint> endpoint = endpoints.find(endpointId).filter(Endpoint::isEnabled);
      List<Delivery> due =
          endpoint.isEmpty() ? List.of() : deliveries.due(endpointId, clock.instant(), LOOKED_UP);
      if (due.isEmpty()) {
        return;
      }
      for (Delivery one : due) {
        if (clock.instant().isBefore(lane.quietUntil)) {
          return;
        }
        start(endpoint.get(), one, lane);
      }
      awaitAll(lane);
    }
  }

  private void start(Endpoint endpoint, Delivery one, Lane lane) {
    lane.places.acquireUninterruptibly();
    threads.execute(() -> {
      try {
        Duration alone = tries.make(endpoint, one);
        if (alone.isPositive()) {
          lane.quietUntil = clock.instant().plus(alone);
        }
      } catch (RuntimeException e) {
        LOGGER.warn("the try of {} could not be recorded; it is due again later", one.id(), e);
      } finally {
        lane.places.release();
      }
    });
  }

  /// Those under way are no longer due only once they are taken; looking before would find them.
  private void awaitAll(Lane lane) {
    lane.places.acquireUninterruptibly(atOnce);
    lane.places.release(atOnce);
  }
}
