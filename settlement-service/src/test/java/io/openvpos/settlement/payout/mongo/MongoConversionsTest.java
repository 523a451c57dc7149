package io.openvpos.settlement.payout.mongo;

import static org.assertj.core.api.Assertions.assertThat;

import io.openvpos.messaging.mongo.Documents;
import io.openvpos.messaging.outbox.OutboxRelay;
import io.openvpos.money.Mode;
import io.openvpos.schemas.Topics;
import io.openvpos.settlement.batch.domain.Due;
import io.openvpos.settlement.batch.domain.Head;
import io.openvpos.settlement.batch.domain.PayoutTerms;
import io.openvpos.settlement.batch.domain.ReserveTerms;
import io.openvpos.settlement.fakes.Broker;
import io.openvpos.settlement.fakes.MemoryStore;
import io.openvpos.settlement.fakes.Rates;
import io.openvpos.settlement.payout.FrozenConditions;
import io.openvpos.settlement.payout.domain.Beneficiary;
import io.openvpos.settlement.payout.domain.Conditions;
import io.openvpos.settlement.payout.domain.Conversion;
import io.openvpos.settlement.payout.domain.DayShare;
import io.openvpos.settlement.payout.domain.DayToFold;
import io.openvpos.settlement.payout.domain.Payables;
import io.openvpos.settlement.payout.domain.Payables.Change;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class MongoConversionsTest {

  private static final LocalDate D = LocalDate.parse("2026-11-23");
  private static final Head HEAD = new Head("m_abc", Mode.TEST, "USD");

  private final MemoryStore store = new MemoryStore();
  private final Rates rates = new Rates();

  @AfterEach
  void stop() {
    store.close();
  }

  @Test
  void aHeadThatConvertedComesOutAsItWentInAndIsTold() {
    Change change = converted();
    Documents documents = store.versioned("payables");
    Broker broker = new Broker();
    OutboxRelay relay = broker.relay(documents);
    MongoPayablesStore payables =
        new MongoPayablesStore(
            documents,
            relay,
            new MongoPayablesStore.Words(
                fact -> Broker.event("fact", Topics.PAYOUTS),
                moved -> Broker.event(moved.eventId(), Topics.PAYOUTS),
                one -> Broker.event(one.eventId(), Topics.PAYOUTS)));
    payables.insert(change);

    assertThat(payables.find(HEAD).orElseThrow().payables()).isEqualTo(change.next());
    broker.awaitSent("2026-11-23.m_abc.test.USD.conversion:1");
    relay.close();
  }

  @Test
  void aConversionIsKeptOnceAndFoundByDayAndMerchant() {
    Conversion conversion = converted().converted().orElseThrow();
    MongoConversions conversions = new MongoConversions(store.plain("conversions"));
    conversions.insertMissing(List.of(conversion));
    conversions.insertMissing(List.of(conversion));

    assertThat(conversions.ofDay(D)).containsExactly(conversion);
    assertThat(conversions.of("m_abc", D)).containsExactly(conversion);
    assertThat(conversions.of("m_abc", D.plusDays(1))).isEmpty();
    assertThat(conversion.bought()).isEqualTo(4711_29);
    assertThat(conversion.to()).isEqualTo(new Head("m_abc", Mode.TEST, "TRY"));
  }

  @Test
  void whoComesFirstFixesTheConditionsOfADay() {
    rates.put(D.minusDays(3), "48.1235", "55.8347");
    MongoConditions kept = new MongoConditions(store.plain("payout_conditions"));
    FrozenConditions first = new FrozenConditions(kept, () -> Map.of("m_x", "why"), rates, 3);
    FrozenConditions second = new FrozenConditions(kept, () -> Map.of("m_y", "why"), rates, 3);
    Conditions fixed = first.of(D);
    rates.put(D, "50", "60");

    assertThat(fixed.held()).containsExactly("m_x");
    assertThat(fixed.rates().orElseThrow().id()).isEqualTo("2026-11-20.1");
    assertThat(second.of(D)).isEqualTo(fixed);
    assertThat(second.of(D.plusDays(3)).rates().orElseThrow().id()).isEqualTo("2026-11-23.1");
    assertThat(second.of(D.plusDays(4)).rates()).isEmpty();
  }

  private Change converted() {
    return Payables.none(HEAD)
        .fold(
            new DayToFold(D, Instant.parse("2026-11-23T21:00:00Z"), D.plusDays(1)),
            new DayShare(
                List.of(new Due(D.plusDays(1), 97_90), new Due(D.plusDays(9), 1_00)),
                ReserveTerms.NONE,
                new PayoutTerms(3, "TRY", 10_00),
                0),
            new Conditions(Set.of(), Optional.of(rates.put(D, "48.1235", "55.8347"))),
            () -> new Beneficiary("TR33", "Shop"))
        .orElseThrow();
  }
}
