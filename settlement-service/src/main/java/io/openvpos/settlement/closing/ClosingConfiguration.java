package io.openvpos.settlement.closing;

import io.openvpos.calendar.BankCalendars;
import io.openvpos.messaging.day.Heartbeats;
import io.openvpos.messaging.kafka.KafkaSettings;
import io.openvpos.messaging.outbox.OutboxRelay;
import io.openvpos.settlement.SettlementSettings;
import io.openvpos.settlement.Topology;
import io.openvpos.settlement.batch.BatchCutter;
import io.openvpos.settlement.batch.domain.BatchStore;
import io.openvpos.settlement.batch.domain.LineStore;
import io.openvpos.settlement.batch.domain.MarkStore;
import io.openvpos.settlement.businessday.DaySequencer;
import io.openvpos.settlement.businessday.domain.DayLog;
import io.openvpos.settlement.certificate.CertificateMaker;
import io.openvpos.settlement.certificate.domain.DayToCertify;
import io.openvpos.settlement.payout.HandOver;
import io.openvpos.settlement.payout.PayoutFiles;
import io.openvpos.settlement.payout.PayoutFolder;
import io.openvpos.settlement.payout.correction.Withdrawals;
import io.openvpos.settlement.payout.domain.ConversionStore;
import io.openvpos.settlement.payout.domain.PayoutStore;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// The worker that brings days to their end.
@Configuration(proxyBeanMethods = false)
class ClosingConfiguration {

  @Bean
  DayCloser.Stores closingStores(
      DayLog days,
      MarkStore marks,
      BatchStore batches,
      PayoutStore payouts,
      ConversionStore conversions) {
    return new DayCloser.Stores(days, marks, batches, payouts, conversions);
  }

  @Bean
  DayCloser.Steps closingSteps(BatchCutter cutter, PayoutFolder folder, PayoutFiles files) {
    return new DayCloser.Steps(cutter, folder, files);
  }

  @Bean
  DayProgress dayProgress(
      LineStore lines,
      MarkStore marks,
      BatchStore batches,
      DayCloser.Stores stores,
      KafkaSettings kafka) {
    return new DayProgress(
        lines,
        marks,
        batches,
        new DayProgress.Outgoing(stores.payouts(), stores.conversions()),
        new DayProgress.Sources(Topology.DAY_SOURCES, kafka.moneyPartitions()));
  }

  @Bean
  DayPreview dayPreview(LineStore lines, BankCalendars calendars) {
    return new DayPreview(lines, calendars);
  }

  @Bean
  DayAsKnown dayAsKnown(LineStore lines, DayPreview dayPreview) {
    return new DayAsKnown(lines, dayPreview);
  }

  @Bean
  DayCloser dayCloser(
      DaySequencer sequencer,
      DayCloser.Stores stores,
      DayCloser.Steps steps,
      BankCalendars calendars,
      KafkaSettings kafka,
      CertificateMaker certificates) {
    return new DayCloser(
        sequencer,
        stores,
        steps,
        calendars,
        kafka.moneyPartitions(),
        (closing, digest, awaited) ->
            certificates.certify(
                new DayToCertify(
                    closing.day(),
                    closing.cutOffAt(),
                    closing.terms().calendars(),
                    closing.terms().debtor(),
                    digest,
                    awaited)));
  }

  @Bean
  ClosingWorker closingWorker(
      DayCloser closer,
      Withdrawals withdrawals,
      HandOver handOver,
      List<OutboxRelay> relays,
      Heartbeats heartbeats,
      SettlementSettings settings) {
    List<Runnable> sweeps = relays.stream().<Runnable>map(relay -> relay::sweep).toList();
    heartbeats.onTakeover(() -> sweeps.forEach(Runnable::run));
    return new ClosingWorker(closer, withdrawals::run, handOver, sweeps, settings.lookEvery());
  }
}
