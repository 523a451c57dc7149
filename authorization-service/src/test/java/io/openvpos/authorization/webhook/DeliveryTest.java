package io.openvpos.authorization.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import io.openvpos.authorization.vault.Seals;
import io.openvpos.authorization.webhook.Poster.Posted;
import io.openvpos.authorization.webhook.domain.Attempt;
import io.openvpos.authorization.webhook.domain.Delivery;
import io.openvpos.authorization.webhook.domain.Delivery.State;
import io.openvpos.authorization.webhook.domain.Endpoint;
import io.openvpos.authorization.webhook.domain.Endpoint.Disabled;
import io.openvpos.authorization.webhook.domain.EventType;
import io.openvpos.authorization.webhook.domain.RetrySchedule;
import java.net.URI;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// From the fact to the endpoint, over days of a clock that the test moves.
final class DeliveryTest {

  private final WebhookFixture at = new WebhookFixture();

  @AfterEach
  void close() {
    at.close();
  }

  @Test
  void aFactReadTwiceIsOneDeliveryWithAStableId() {
    Endpoint shop = at.added("https://shop.example/hooks", "*");

    at.announcement.announce(at.captured("fact-1"));
    at.announcement.announce(at.captured("fact-1"));
    at.deliverer.due(shop.id());

    assertThat(at.only(shop).state()).isEqualTo(State.DELIVERED);
    assertThat(at.endpoint.ids)
        .containsExactly(Announcement.eventId("fact-1"))
        .allMatch(id -> !id.contains("."));
  }

  @Test
  void whatTheEndpointAcceptsOfSomethingThatHappenedIsTold() {
    Endpoint shop = at.added("https://shop.example/hooks", "*");
    at.announcement.test(shop, "nonce");
    at.deliverer.due(shop.id());
    at.endpoint.answers(500, 1);
    at.announcement.announce(at.captured("fact-1"));
    at.deliverer.due(shop.id());
    assertThat(at.endpoint.ids).hasSize(2);
    assertThat(at.accepted).isEmpty();

    at.announcement.announce(at.captured("fact-2"));
    at.deliverer.due(shop.id());
    assertThat(at.accepted).containsExactly(WebhookFixture.OWNER.merchantId());
  }

  @Test
  void onlyWhatIsWantedAndHappenedSinceIsTold() {
    Endpoint payouts = at.added("https://shop.example/payouts", "payout.*");
    at.clock.advance(Duration.ofSeconds(-5));
    var before = at.captured("before");
    at.clock.advance(Duration.ofSeconds(10));
    Endpoint all = at.added("https://shop.example/all", "*");

    at.announcement.announce(before);
    at.announcement.announce(at.captured("after"));

    assertThat(at.deliveries.log(payouts.id(), null, null, 10)).isEmpty();
    assertThat(at.only(all).eventId()).isEqualTo(Announcement.eventId("after"));
  }

  @Test
  void itIsTriedByTheScheduleUntilItIsAccepted() {
    Endpoint shop = at.added("https://shop.example/hooks", "*");
    at.endpoint.answers(500, 2);
    at.announcement.announce(at.captured("fact-1"));

    at.deliverer.sweep();
    at.deliverer.sweep();
    assertThat(at.endpoint.ids).hasSize(1);
    at.clock.advance(Duration.ofSeconds(6));
    at.deliverer.sweep();
    assertThat(at.endpoint.ids).hasSize(2);
    at.clock.advance(Duration.ofMinutes(6));
    at.deliverer.sweep();

    assertThat(at.only(shop).state()).isEqualTo(State.DELIVERED);
    assertThat(at.only(shop).attempts()).extracting(Attempt::status).containsExactly(500, 500, 200);
    assertThat(at.endpoint.ids).hasSize(3).containsOnly(Announcement.eventId("fact-1"));
  }

  @Test
  void afterTheLastTryTheEndpointIsDisabledAndTheOthersAreTold() {
    Endpoint dead = at.added("https://shop.example/dead", "payment.*");
    at.endpoint.answers(500, RetrySchedule.tries());
    at.announcement.announce(at.captured("fact-1"));
    Endpoint other = at.added("https://shop.example/other", "webhook_endpoint.*");

    for (int i = 0; i < RetrySchedule.tries(); i++) {
      at.deliverer.due(dead.id());
      at.clock.advance(Duration.ofHours(27));
    }

    assertThat(at.endpoint.ids).hasSize(RetrySchedule.tries());
    assertThat(at.only(dead).state()).isEqualTo(State.FAILED);
    assertThat(at.endpoints.find(dead.id()).orElseThrow().disabled())
        .extracting(Disabled::reason)
        .isEqualTo(Disabled.EXHAUSTED);
    assertThat(at.only(other).type()).isEqualTo(EventType.ENDPOINT_DISABLED);
  }

  @Test
  void anEndpointThatTookOtherEventsMeanwhileStaysEnabled() {
    Endpoint shop = at.added("https://shop.example/hooks", "*");
    at.announcement.announce(at.captured("poison"));
    for (int i = 0; i < RetrySchedule.tries(); i++) {
      at.endpoint.answers(500, 1);
      at.deliverer.due(shop.id());
      at.clock.advance(Duration.ofHours(27));
      if (i == 4) {
        at.announcement.announce(at.captured("good"));
        at.endpoint.answers.clear();
        at.endpoint.answers.add(new Posted(500, null, Duration.ZERO));
        at.endpoint.answers.add(new Posted(200, null, Duration.ZERO));
      }
    }
    at.endpoint.answers.clear();
    at.deliverer.due(shop.id());

    assertThat(at.endpoints.find(shop.id()).orElseThrow().isEnabled()).isTrue();
  }

  @Test
  void goneDisablesAtOnce() {
    Endpoint shop = at.added("https://shop.example/hooks", "*");
    at.endpoint.answers(410, 1);
    at.announcement.announce(at.captured("fact-1"));

    at.deliverer.due(shop.id());
    at.announcement.announce(at.captured("fact-2"));

    assertThat(at.endpoints.find(shop.id()).orElseThrow().disabled())
        .extracting(Disabled::reason)
        .isEqualTo(Disabled.GONE);
    assertThat(at.only(shop).state()).isEqualTo(State.FAILED);
  }

  @Test
  void aBusyEndpointIsLeftAloneForAsLongAsItAsks() {
    Endpoint shop = at.added("https://shop.example/hooks", "*");
    at.endpoint.answers.add(new Posted(429, null, Duration.ofMinutes(10)));
    at.announcement.announce(at.captured("fact-1"));
    at.announcement.announce(at.captured("fact-2"));

    at.deliverer.due(shop.id());
    at.clock.advance(Duration.ofMinutes(9));
    at.deliverer.sweep();
    assertThat(at.endpoint.ids).hasSize(1);

    at.clock.advance(Duration.ofMinutes(2));
    at.deliverer.sweep();
    assertThat(at.endpoint.ids).hasSize(3);
  }

  @Test
  void whatACrashedInstanceTookIsDueAgainAfterItsLease() {
    Endpoint shop = at.added("https://shop.example/hooks", "*");
    at.announcement.announce(at.captured("fact-1"));
    Delivery taken = at.only(shop).taken(at.clock.instant(), Duration.ofSeconds(30));
    assertThat(at.deliveries.save(taken)).isTrue();

    at.deliverer.sweep();
    assertThat(at.endpoint.ids).isEmpty();
    at.clock.advance(Duration.ofSeconds(31));
    at.deliverer.sweep();

    assertThat(at.only(shop).state()).isEqualTo(State.DELIVERED);
  }

  @Test
  void twoInstancesNeverTakeTheSame() {
    Endpoint shop = at.added("https://shop.example/hooks", "*");
    at.announcement.announce(at.captured("fact-1"));
    Delivery seen = at.only(shop);

    assertThat(at.deliveries.save(seen.taken(at.clock.instant(), Duration.ofSeconds(30)))).isTrue();
    assertThat(at.deliveries.save(seen.taken(at.clock.instant(), Duration.ofSeconds(30))))
        .isFalse();
  }

  @Test
  void sentAgainByHandItHasTheSameIdAndANewSchedule() {
    Endpoint shop = at.added("https://shop.example/hooks", "*");
    at.announcement.announce(at.captured("fact-1"));
    at.deliverer.due(shop.id());

    at.desk.resend(at.only(shop));

    assertThat(at.endpoint.ids).hasSize(2).containsOnly(Announcement.eventId("fact-1"));
    assertThat(at.only(shop).attempts()).hasSize(2);
  }

  @Test
  void aRolledSecretSignsBesideTheOldOneUntilItsTimeIsOver() {
    Endpoint shop = at.added("https://shop.example/hooks", "*");
    assertThat(at.desk.roll(WebhookFixture.OWNER, shop.id(), Duration.ofHours(1))).isPresent();

    at.announcement.announce(at.captured("fact-1"));
    at.deliverer.due(shop.id());
    at.clock.advance(Duration.ofHours(2));
    at.announcement.announce(at.captured("fact-2"));
    at.deliverer.due(shop.id());

    assertThat(at.endpoint.signatures).hasSize(2);
    assertThat(at.endpoint.signatures.get(0).split(" ")).hasSize(2);
    assertThat(at.endpoint.signatures.get(1).split(" ")).hasSize(1);
  }

  @Test
  void oneAddressIsOneEndpointOfItsOwner() {
    Endpoint first = at.added("https://shop.example/a", "*");
    Endpoint second = at.added("https://shop.example/b", "*");

    assertThat(at.desk.add(WebhookFixture.OWNER, URI.create(first.url()), first.filter(), ""))
        .isEmpty();
    assertThat(
            at.desk.change(
                WebhookFixture.OWNER, second.id(), URI.create(first.url()), null, null, null))
        .isInstanceOf(WebhookEndpoints.Change.AddressTaken.class);
  }

  @Test
  void whatIsDisabledWaitsAndGoesOnWhenItIsEnabled() {
    Endpoint shop = at.added("https://shop.example/hooks", "*");
    at.announcement.announce(at.captured("fact-1"));
    at.desk.change(WebhookFixture.OWNER, shop.id(), null, null, null, false);
    at.deliverer.sweep();
    assertThat(at.endpoint.ids).isEmpty();

    at.desk.change(WebhookFixture.OWNER, shop.id(), null, null, null, true);

    assertThat(at.only(shop).state()).isEqualTo(State.DELIVERED);
  }

  @Test
  void afterARotationSecretsOfDisabledEndpointsAreWrappedAnewToo() {
    Endpoint shop = at.added("https://shop.example/hooks", "*");
    at.desk.change(WebhookFixture.OWNER, shop.id(), null, null, null, false);
    Seals rotated = at.keys.rotated();
    String before = shop.secrets().getFirst().sealed();

    try (WebhookUpkeep upkeep =
        new WebhookUpkeep(
            at.parts,
            at.deliverer,
            rotated,
            new WebhookSettings(
                false, null, Duration.ofSeconds(15), 4, Duration.ofSeconds(5), Duration.ofDays(30)),
            at.clock)) {
      upkeep.renewSecrets();
    }

    String after = at.endpoints.find(shop.id()).orElseThrow().secrets().getFirst().sealed();
    assertThat(rotated.isCurrent(before)).isFalse();
    assertThat(rotated.isCurrent(after)).isTrue();
    assertThat(rotated.open(after, shop.id())).isEqualTo(rotated.open(before, shop.id()));
  }

  @Test
  void oldDeliveriesAreRemoved() {
    Endpoint shop = at.added("https://shop.example/hooks", "*");
    at.announcement.announce(at.captured("fact-1"));
    at.clock.advance(Duration.ofDays(31));

    assertThat(at.deliveries.removeMadeBefore(at.clock.instant().minus(Duration.ofDays(30))))
        .isEqualTo(1);
    assertThat(at.deliveries.log(shop.id(), null, null, 10)).isEmpty();
  }
}
