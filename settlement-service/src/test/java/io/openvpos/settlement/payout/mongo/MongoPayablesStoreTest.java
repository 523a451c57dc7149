package io.openvpos.settlement.payout.mongo;

import static io.openvpos.settlement.fakes.Lines.HEAD;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.MongoTimeoutException;
import io.openvpos.messaging.mongo.Documents;
import io.openvpos.messaging.outbox.OutboxRelay;
import io.openvpos.schemas.Topics;
import io.openvpos.settlement.batch.domain.Due;
import io.openvpos.settlement.batch.domain.ReserveTerms;
import io.openvpos.settlement.fakes.Broker;
import io.openvpos.settlement.fakes.MemoryStore;
import io.openvpos.settlement.fakes.UnheardDatabase;
import io.openvpos.settlement.payout.domain.Beneficiary;
import io.openvpos.settlement.payout.domain.DayToFold;
import io.openvpos.settlement.payout.domain.Payables;
import io.openvpos.settlement.payout.domain.Payables.Change;
import io.openvpos.settlement.payout.domain.PayablesStore.Stored;
import io.openvpos.settlement.payout.domain.PayoutId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class MongoPayablesStoreTest {

  private static final LocalDate D = LocalDate.parse("2026-11-23");
  private static final Instant CUT_OFF = Instant.parse("2026-11-23T21:00:00Z");

  private final MemoryStore store = new MemoryStore();
  private final UnheardDatabase unheard = new UnheardDatabase(store.database());
  private final Documents documents = Documents.versioned(unheard.database(), "payables");
  private final Broker broker = new Broker();
  private final OutboxRelay relay = broker.relay(documents);
  private final MongoPayablesStore payables =
      new MongoPayablesStore(
          documents,
          relay,
          new MongoPayablesStore.Words(
              fact -> Broker.event(fact.payout().id() + ":" + fact.number(), Topics.PAYOUTS),
              moved -> Broker.event(moved.eventId(), Topics.PAYOUTS),
              converted -> Broker.event(converted.eventId(), Topics.PAYOUTS)));

  @AfterEach
  void stop() {
    relay.close();
    store.close();
  }

  @Test
  void aChangeOfWhichNobodyHeardIsSentByTheRepetitionThatFindsItDone() {
    payables.insert(fold(Payables.none(HEAD), D));
    Stored read = payables.find(HEAD).orElseThrow();
    Change next = fold(read.payables(), D.plusDays(1));

    unheard.muteNextUpdate();
    assertThatThrownBy(() -> payables.replace(read, next))
        .isInstanceOf(MongoTimeoutException.class);
    assertThat(payables.find(HEAD).orElseThrow().payables().hasFolded(D.plusDays(1))).isTrue();

    broker.awaitSent(PayoutId.of(HEAD, D, 0) + ":1", PayoutId.of(HEAD, D.plusDays(1), 0) + ":1");
  }

  @Test
  void payablesComeOutAsTheyWentIn() {
    Change first = fold(Payables.none(HEAD), D);
    payables.insert(first);

    assertThat(payables.find(HEAD).orElseThrow().payables()).isEqualTo(first.next());
    broker.awaitSent(PayoutId.of(HEAD, D, 0) + ":1");
  }

  @Test
  void aReserveComesOutAsItWentInAndIsTold() {
    Change first =
        Payables.none(HEAD)
            .fold(
                new DayToFold(D, CUT_OFF, D.plusDays(1)),
                List.of(new Due(D.plusDays(1), 97_90)),
                new ReserveTerms(1_000, 30),
                () -> new Beneficiary("TR33", "Shop"))
            .orElseThrow();
    payables.insert(first);

    assertThat(payables.find(HEAD).orElseThrow().payables()).isEqualTo(first.next());
    broker.awaitSent(PayoutId.of(HEAD, D, 0) + ":1", first.moved().getFirst().eventId());
  }

  private static Change fold(Payables before, LocalDate day) {
    return before
        .fold(
            new DayToFold(day, CUT_OFF, day.plusDays(1)),
            List.of(new Due(day.plusDays(1), 97_90), new Due(day.plusDays(40), 5_00)),
            () -> new Beneficiary("TR33", "Shop"))
        .orElseThrow();
  }
}
