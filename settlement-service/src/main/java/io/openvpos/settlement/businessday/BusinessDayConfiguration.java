package io.openvpos.settlement.businessday;

import com.mongodb.reactivestreams.client.MongoDatabase;
import io.openvpos.calendar.BankCalendars;
import io.openvpos.messaging.kafka.AvroCodec;
import io.openvpos.messaging.kafka.RecordSender;
import io.openvpos.messaging.mongo.Documents;
import io.openvpos.messaging.outbox.OutboxRelay;
import io.openvpos.settlement.SettlementSettings;
import io.openvpos.settlement.SettlementSettings.Acquirer;
import io.openvpos.settlement.batch.domain.BatchStore;
import io.openvpos.settlement.batch.domain.LineStore;
import io.openvpos.settlement.businessday.domain.ClosePolicy;
import io.openvpos.settlement.businessday.domain.DayLog;
import io.openvpos.settlement.businessday.domain.DaySchedule;
import io.openvpos.settlement.businessday.domain.DayTerms;
import io.openvpos.settlement.businessday.domain.Debtor;
import io.openvpos.settlement.businessday.domain.SequenceStore;
import io.openvpos.settlement.businessday.kafka.DayPublisher;
import io.openvpos.settlement.businessday.mongo.MongoDayLog;
import io.openvpos.settlement.businessday.mongo.MongoSequenceStore;
import java.time.Clock;
import java.util.Optional;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// The parts of the business day. The sequence begins here, before anything else asks for it.
@Configuration(proxyBeanMethods = false)
class BusinessDayConfiguration {

  private static final String SEQUENCE = "business_day_sequence";

  @Bean
  OutboxRelay sequenceRelay(MongoDatabase database, RecordSender sender) {
    return new OutboxRelay(SEQUENCE, Documents.versioned(database, SEQUENCE), sender);
  }

  @Bean
  SequenceStore sequenceStore(MongoDatabase database, OutboxRelay sequenceRelay, AvroCodec codec) {
    return new MongoSequenceStore(
        Documents.versioned(database, SEQUENCE), sequenceRelay, new DayPublisher(codec)::publish);
  }

  @Bean
  DayLog dayLog(MongoDatabase database) {
    return new MongoDayLog(Documents.plain(database, "business_days"));
  }

  @Bean
  ClosePolicy closePolicy(SettlementSettings settings, BankCalendars calendars) {
    Acquirer acquirer = settings.acquirer();
    return new ClosePolicy(
        new DaySchedule(settings.zone(), settings.cutOffTime()),
        settings.earlyClose(),
        new DayTerms(
            settings.calendars(), new Debtor(acquirer.name(), acquirer.iban(), acquirer.bic())),
        calendars.inForce().lastBusinessDay());
  }

  @Bean
  DaySequencer daySequencer(
      SequenceStore store,
      DayLog log,
      ClosePolicy policy,
      SettlementSettings settings,
      Clock clock) {
    DaySequencer sequencer =
        new DaySequencer(store, log, policy, Optional.ofNullable(settings.firstDay()), clock);
    sequencer.begin();
    return sequencer;
  }

  @Bean
  DayFigures dayFigures(LineStore lines, BatchStore batches, Clock clock) {
    return new DayFigures(lines, batches, clock);
  }
}
