package io.openvpos.settlement.businessday.mongo;

import static org.assertj.core.api.Assertions.assertThat;

import io.openvpos.calendar.CalendarVersions;
import io.openvpos.messaging.outbox.OutboxRelay;
import io.openvpos.schemas.Topics;
import io.openvpos.settlement.businessday.domain.BusinessDay;
import io.openvpos.settlement.businessday.domain.BusinessDaySequence;
import io.openvpos.settlement.businessday.domain.BusinessDaySequence.Change;
import io.openvpos.settlement.businessday.domain.CloseDecision.Accepted;
import io.openvpos.settlement.businessday.domain.ClosePolicy;
import io.openvpos.settlement.businessday.domain.DayLog;
import io.openvpos.settlement.businessday.domain.DayTerms;
import io.openvpos.settlement.businessday.domain.SequenceStore;
import io.openvpos.settlement.fakes.Broker;
import io.openvpos.settlement.fakes.MemoryStore;
import io.openvpos.settlement.fakes.Terms;
import java.time.Instant;
import java.time.LocalDate;
import org.bson.Document;
import org.junit.jupiter.api.Test;

/// The terms that a day is closed by come out of the store as they went in.
class FrozenTermsTest {

  private static final LocalDate D = LocalDate.parse("2026-11-23");
  private static final Instant NOON = Instant.parse("2026-11-23T09:00:00Z");
  private static final ClosePolicy POLICY = Terms.policy(true, Terms.TERMS);

  @Test
  void inTheSequence() {
    try (MemoryStore store = new MemoryStore();
        OutboxRelay relay = new Broker().relay(store.versioned("sequence"))) {
      SequenceStore sequences =
          new MongoSequenceStore(
              store.versioned("sequence"),
              relay,
              fact -> Broker.event(fact.day() + ":" + fact.number(), Topics.BUSINESS_DAYS));
      Change begun = BusinessDaySequence.begin(D, NOON, POLICY.schedule());
      sequences.begin(begun);
      Accepted accepted = (Accepted) begun.next().close(D, NOON, POLICY);

      sequences.replace(
          sequences.read().orElseThrow(), new Change(accepted.next(), accepted.facts()));

      assertThat(sequences.read().orElseThrow().sequence()).isEqualTo(accepted.next());
    }
  }

  @Test
  void ofADayClosedBeforeCurrenciesHadCalendarsEveryoneIsPaidOnTheBanksDays() {
    Document written = TermsDocument.write(Terms.TERMS);
    written.remove("system_calendars");
    assertThat(TermsDocument.read(written))
        .isEqualTo(new DayTerms(CalendarVersions.only("tr-1"), Terms.DEBTOR));
  }

  @Test
  void inTheDaysOwnDocument() {
    try (MemoryStore store = new MemoryStore()) {
      DayLog log = new MongoDayLog(store.plain("days"));
      log.opened(D, NOON.plusSeconds(60));
      assertThat(log.find(D).flatMap(BusinessDay::frozenTerms)).isEmpty();

      log.closing(D, NOON, Terms.TERMS);

      assertThat(log.find(D).flatMap(BusinessDay::frozenTerms)).contains(Terms.TERMS);
    }
  }
}
