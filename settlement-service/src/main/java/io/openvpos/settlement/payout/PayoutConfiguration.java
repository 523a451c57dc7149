package io.openvpos.settlement.payout;

import com.mongodb.reactivestreams.client.MongoDatabase;
import io.openvpos.calendar.BankCalendars;
import io.openvpos.messaging.day.BusinessDays;
import io.openvpos.messaging.day.Stamp;
import io.openvpos.messaging.kafka.AvroCodec;
import io.openvpos.messaging.kafka.RecordSender;
import io.openvpos.messaging.mongo.Documents;
import io.openvpos.messaging.outbox.OutboxRelay;
import io.openvpos.messaging.task.Workers;
import io.openvpos.money.Mode;
import io.openvpos.settlement.BankSettings;
import io.openvpos.settlement.SettlementSettings;
import io.openvpos.settlement.SettlementSettings.PayoutRelease;
import io.openvpos.settlement.fx.FxSettings;
import io.openvpos.settlement.fx.RateTables;
import io.openvpos.settlement.payout.bank.CreditTransferFile;
import io.openvpos.settlement.payout.bank.HttpBank;
import io.openvpos.settlement.payout.bank.StatusReports;
import io.openvpos.settlement.payout.domain.Bank;
import io.openvpos.settlement.payout.domain.Beneficiaries;
import io.openvpos.settlement.payout.domain.ConversionStore;
import io.openvpos.settlement.payout.domain.FileStore;
import io.openvpos.settlement.payout.domain.HeldPayouts;
import io.openvpos.settlement.payout.domain.PayablesStore;
import io.openvpos.settlement.payout.domain.PayoutStore;
import io.openvpos.settlement.payout.domain.Release;
import io.openvpos.settlement.payout.domain.ReleaseStore;
import io.openvpos.settlement.payout.domain.Taken;
import io.openvpos.settlement.payout.kafka.PayoutPublisher;
import io.openvpos.settlement.payout.mongo.MongoConditions;
import io.openvpos.settlement.payout.mongo.MongoConversions;
import io.openvpos.settlement.payout.mongo.MongoFileStore;
import io.openvpos.settlement.payout.mongo.MongoPayablesStore;
import io.openvpos.settlement.payout.mongo.MongoPayoutStore;
import io.openvpos.settlement.payout.mongo.MongoReleaseStore;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// The parts of payables, payouts and the bank.
@Configuration(proxyBeanMethods = false)
class PayoutConfiguration {

  /// Each waits for the store most of the time.
  private static final int HEADS_AT_ONCE = 8;

  private static final String PAYABLES = "payables";
  private static final String FILES = "payout_files";

  @Bean
  OutboxRelay payablesRelay(MongoDatabase database, RecordSender sender) {
    return new OutboxRelay(PAYABLES, Documents.versioned(database, PAYABLES), sender);
  }

  @Bean
  PayablesStore payablesStore(MongoDatabase database, OutboxRelay payablesRelay, AvroCodec codec) {
    PayoutPublisher publisher = new PayoutPublisher(codec);
    return new MongoPayablesStore(
        Documents.versioned(database, PAYABLES),
        payablesRelay,
        new MongoPayablesStore.Words(publisher::publish, publisher::publish, publisher::publish));
  }

  @Bean
  PayoutStore payoutStore(MongoDatabase database) {
    return new MongoPayoutStore(
        Documents.plain(database, "payouts"), Documents.plain(database, "reserve_movements"));
  }

  @Bean
  FileStore fileStore(MongoDatabase database, SettlementSettings settings) {
    return new MongoFileStore(
        Documents.versioned(database, FILES),
        settings.payoutRelease() == PayoutRelease.AUTOMATIC ? Release.AUTOMATIC : Release.WAITING);
  }

  @Bean
  ReleaseStore releaseStore(MongoDatabase database) {
    return new MongoReleaseStore(Documents.versioned(database, FILES));
  }

  @Bean
  ReleaseDesk releaseDesk(ReleaseStore releases, Clock clock) {
    return new ReleaseDesk(releases, clock);
  }

  @Bean
  ConversionStore conversionStore(MongoDatabase database) {
    return new MongoConversions(Documents.plain(database, "conversions"));
  }

  @Bean
  DayConditions dayConditions(
      MongoDatabase database, HeldPayouts held, RateTables tables, FxSettings settings) {
    return new FrozenConditions(
        new MongoConditions(Documents.plain(database, "payout_conditions")),
        held,
        tables,
        settings.maxAgeDays());
  }

  @Bean
  PayoutFolder.Stores payoutFolderStores(
      PayablesStore payables, PayoutStore payouts, ConversionStore conversions) {
    return new PayoutFolder.Stores(payables, payouts, conversions);
  }

  @Bean
  PayoutFolder payoutFolder(
      PayoutFolder.Stores stores, Beneficiaries beneficiaries, DayConditions conditions) {
    return new PayoutFolder(stores, beneficiaries, conditions, Workers.atOnce(HEADS_AT_ONCE));
  }

  @Bean
  PayoutFiles payoutFiles(PayablesStore payables, PayoutStore payouts, FileStore files) {
    return new PayoutFiles(payables, payouts, files);
  }

  @Bean
  CreditTransferFile creditTransferFile() {
    return new CreditTransferFile();
  }

  @Bean
  Bank bank(BankSettings settings, CreditTransferFile format) {
    return settings.url() == null ? file -> List.of() : new HttpBank(settings.url(), format);
  }

  @Bean
  HandOver.OpenDay openDay(BusinessDays days) {
    return work -> within(days, work);
  }

  @Bean
  BankAnswers bankAnswers(
      PayablesStore payables,
      PayoutStore payouts,
      BankCalendars calendars,
      BankAnswers.ReissueAccounts accounts,
      HandOver.OpenDay openDay) {
    return new BankAnswers(payables, payouts, calendars, accounts, openDay);
  }

  @Bean
  StatusReports statusReports(
      FileStore files, ReleaseStore releases, PayoutFiles content, BankAnswers answers) {
    return new StatusReports(files, releases, content, answers);
  }

  @Bean
  HandOver handOver(
      PayoutFiles content,
      FileStore files,
      BankAnswers answers,
      Beneficiaries beneficiaries,
      Bank bank,
      HandOver.Policy policy) {
    return new HandOver(content, files, answers, beneficiaries, bank, policy);
  }

  /// Test payouts go to a bank only where test is what the platform is run for.
  @Bean
  HandOver.Policy handOverPolicy(
      BankSettings bank, SettlementSettings settings, HeldPayouts held, Clock clock) {
    if (bank.url() == null) {
      return new HandOver.Policy(Set.of(), held, clock);
    }
    Set<Mode> modes =
        settings.defaultMode() == Mode.TEST ? Set.of(Mode.TEST, Mode.LIVE) : Set.of(Mode.LIVE);
    return new HandOver.Policy(modes, held, clock);
  }

  private static boolean within(BusinessDays days, Function<Taken, Boolean> work) {
    try (Stamp stamp = days.stamp()) {
      return work.apply(new Taken(stamp.day(), stamp.at()));
    }
  }
}
