package io.openvpos.authorization.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.reactivestreams.client.MongoDatabase;
import io.openvpos.authorization.fakes.MemoryStore;
import io.openvpos.authorization.profile.MutableClock;
import io.openvpos.authorization.vault.SealsForTests;
import io.openvpos.authorization.webhook.domain.Delivery;
import io.openvpos.authorization.webhook.domain.Endpoint;
import io.openvpos.authorization.webhook.domain.Endpoint.Owner;
import io.openvpos.authorization.webhook.domain.EventFilter;
import io.openvpos.authorization.webhook.domain.EventType;
import io.openvpos.authorization.webhook.domain.WebhookEvent;
import io.openvpos.authorization.webhook.mongo.MongoDeliveries;
import io.openvpos.authorization.webhook.mongo.MongoEndpoints;
import io.openvpos.money.Mode;
import java.net.URI;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;

/// The whole of webhooks on a store that speaks the real protocol, with a scripted endpoint and a
/// thread that runs when it is told to.
final class WebhookFixture implements AutoCloseable {

  static final Owner OWNER = new Owner("m_1", Mode.TEST);

  final MutableClock clock = new MutableClock(Instant.parse("2026-11-27T09:00:00Z"));
  final ScriptedPoster endpoint = new ScriptedPoster();
  final List<String> accepted = new ArrayList<>();
  final EndpointStore endpoints;
  final DeliveryStore deliveries;
  final Announcement announcement;
  final Deliverer deliverer;
  final WebhookEndpoints desk;
  final WebhookParts parts;
  final SealsForTests keys = new SealsForTests();

  private final MemoryStore store = new MemoryStore();

  WebhookFixture() {
    MongoDatabase database = store.database();
    endpoints = MongoEndpoints.in(database);
    deliveries = MongoDeliveries.in(database);
    parts =
        new WebhookParts(
            endpoints,
            deliveries,
            new EndpointSecrets(keys.rotated(), new SecureRandom()),
            endpoint,
            accepted::add);
    List<String> told = new ArrayList<>();
    announcement =
        new Announcement(
            endpoints, deliveries, event -> "{\"id\":\"" + event.id() + "\"}", told::add, clock);
    deliverer =
        new Deliverer(
            parts,
            new Try(parts, announcement, Duration.ofSeconds(30), clock),
            Runnable::run,
            1,
            clock);
    desk = new WebhookEndpoints(parts, announcement, deliverer, new SecureRandom(), clock);
  }

  Endpoint added(String url, String... patterns) {
    return desk.add(OWNER, URI.create(url), new EventFilter(List.of(patterns)), "")
        .orElseThrow()
        .endpoint();
  }

  WebhookEvent captured(String factId) {
    return new WebhookEvent(
        Announcement.eventId(factId),
        EventType.PAYMENT_CAPTURED,
        OWNER,
        clock.instant(),
        "pay_1",
        Map.of("id", "pay_1"));
  }

  Delivery only(Endpoint of) {
    List<Delivery> log = deliveries.log(of.id(), null, null, 10);
    assertThat(log).hasSize(1);
    return log.getFirst();
  }

  @Override
  public void close() {
    store.close();
  }

  /// Answers what it was told to, and 200 when nothing is left to say.
  static final class ScriptedPoster implements Poster {

    final List<String> ids = new ArrayList<>();
    final List<String> signatures = new ArrayList<>();
    final Queue<Posted> answers = new ArrayDeque<>();

    @Override
    public Posted post(URI url, Map<String, String> headers, byte[] body) {
      ids.add(headers.getOrDefault("webhook-id", ""));
      signatures.add(headers.getOrDefault("webhook-signature", ""));
      Posted next = answers.poll();
      return next == null ? new Posted(200, null, Duration.ZERO) : next;
    }

    @Override
    public boolean allows(URI url) {
      return true;
    }

    void answers(int status, int times) {
      for (int i = 0; i < times; i++) {
        answers.add(new Posted(status, null, Duration.ZERO));
      }
    }
  }
}
