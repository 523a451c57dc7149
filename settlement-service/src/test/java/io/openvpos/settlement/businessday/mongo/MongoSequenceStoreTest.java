package io.openvpos.settlement.businessday.mongo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.MongoTimeoutException;
import io.openvpos.messaging.mongo.Documents;
import io.openvpos.messaging.outbox.OutboxRelay;
import io.openvpos.schemas.Topics;
import io.openvpos.settlement.businessday.DaySequencer;
import io.openvpos.settlement.businessday.domain.CloseDecision;
import io.openvpos.settlement.fakes.Broker;
import io.openvpos.settlement.fakes.MemoryStore;
import io.openvpos.settlement.fakes.Terms;
import io.openvpos.settlement.fakes.UnheardDatabase;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class MongoSequenceStoreTest {

  private static final LocalDate D = LocalDate.parse("2026-11-23");
  private static final Clock NOON =
      Clock.fixed(Instant.parse("2026-11-23T09:00:00Z"), ZoneOffset.UTC);

  private final MemoryStore store = new MemoryStore();
  private final UnheardDatabase unheard = new UnheardDatabase(store.database());
  private final Documents documents = Documents.versioned(unheard.database(), "sequence");
  private final Broker broker = new Broker();
  private final OutboxRelay relay = broker.relay(documents);
  private final DaySequencer sequencer =
      new DaySequencer(
          new MongoSequenceStore(
              documents,
              relay,
              fact -> Broker.event(fact.day() + ":" + fact.number(), Topics.BUSINESS_DAYS)),
          new MongoDayLog(store.plain("days")),
          Terms.policy(true, Terms.TERMS),
          Optional.of(D),
          NOON);

  @AfterEach
  void stop() {
    relay.close();
    store.close();
  }

  @Test
  void aCloseOfWhichNobodyHeardIsSentByTheRepetitionThatFindsItDone() {
    sequencer.begin();

    unheard.muteNextUpdate();
    assertThatThrownBy(() -> sequencer.close(D)).isInstanceOf(MongoTimeoutException.class);
    assertThat(sequencer.close(D)).isEqualTo(new CloseDecision.AlreadyAsked());

    broker.awaitSent("2026-11-23:1", "2026-11-23:2", "2026-11-24:1");
  }
}
