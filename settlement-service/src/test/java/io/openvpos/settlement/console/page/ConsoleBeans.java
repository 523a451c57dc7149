package io.openvpos.settlement.console.page;

import static io.openvpos.settlement.console.page.ConsoleWorld.CHARGEBACKS;
import static io.openvpos.settlement.console.page.ConsoleWorld.CLOCK;
import static io.openvpos.settlement.console.page.ConsoleWorld.CLOSED;
import static io.openvpos.settlement.console.page.ConsoleWorld.CORRECTIONS;
import static io.openvpos.settlement.console.page.ConsoleWorld.D;
import static io.openvpos.settlement.console.page.ConsoleWorld.DAYS;
import static io.openvpos.settlement.console.page.ConsoleWorld.EXCEPTIONS;
import static io.openvpos.settlement.console.page.ConsoleWorld.LIVES;
import static io.openvpos.settlement.console.page.ConsoleWorld.MEMORY;
import static io.openvpos.settlement.console.page.ConsoleWorld.OTHERS;

import io.openvpos.messaging.day.BusinessDays;
import io.openvpos.money.Mode;
import io.openvpos.settlement.bankstatement.BankDifferences;
import io.openvpos.settlement.bankstatement.BankMessageIntake;
import io.openvpos.settlement.bankstatement.BankMessages;
import io.openvpos.settlement.bankstatement.BookingMatcher;
import io.openvpos.settlement.bankstatement.DifferenceDesk;
import io.openvpos.settlement.bankstatement.mongo.MongoBankDifferences;
import io.openvpos.settlement.bankstatement.mongo.MongoBankMessages;
import io.openvpos.settlement.bankstatement.mongo.MongoPayoutClaims;
import io.openvpos.settlement.batch.domain.BatchStore;
import io.openvpos.settlement.batch.domain.CarriedLines;
import io.openvpos.settlement.batch.domain.Line;
import io.openvpos.settlement.businessday.DayFigures;
import io.openvpos.settlement.businessday.DaySequencer;
import io.openvpos.settlement.businessday.domain.DayLog;
import io.openvpos.settlement.certificate.domain.Certificate;
import io.openvpos.settlement.certificate.domain.CertificateStore;
import io.openvpos.settlement.certificate.domain.CertifiedHolds;
import io.openvpos.settlement.certificate.mongo.MongoCertificateStore;
import io.openvpos.settlement.certificate.reports.ReportsCertificates;
import io.openvpos.settlement.certificate.reports.mongo.MongoReportsCertificates;
import io.openvpos.settlement.chargeback.ChargebackDesk;
import io.openvpos.settlement.chargeback.Chargebacks;
import io.openvpos.settlement.chargeback.EvidenceDesk;
import io.openvpos.settlement.chargeback.mongo.MongoEvidence;
import io.openvpos.settlement.closing.DayPreview;
import io.openvpos.settlement.closing.DayProgress;
import io.openvpos.settlement.explain.LineExplanations;
import io.openvpos.settlement.fakes.Terms;
import io.openvpos.settlement.fx.RateDesk;
import io.openvpos.settlement.fx.RateIntake;
import io.openvpos.settlement.fx.RateTables;
import io.openvpos.settlement.fx.domain.Plausibility;
import io.openvpos.settlement.fx.mongo.MongoRateTables;
import io.openvpos.settlement.payables.PayablesView;
import io.openvpos.settlement.payout.PayoutFiles;
import io.openvpos.settlement.payout.ReleaseDesk;
import io.openvpos.settlement.payout.bank.StatusReports;
import io.openvpos.settlement.payout.correction.CorrectionDesk;
import io.openvpos.settlement.payout.correction.Withdrawals;
import io.openvpos.settlement.payout.domain.HeldPayouts;
import io.openvpos.settlement.payout.domain.PayoutStore;
import io.openvpos.settlement.payout.domain.ReleaseStore;
import io.openvpos.settlement.payout.life.PayoutLives;
import io.openvpos.settlement.payout.mongo.MongoReleaseStore;
import io.openvpos.settlement.reconciliation.Discrepancies;
import io.openvpos.settlement.reconciliation.DiscrepancyDesk;
import io.openvpos.settlement.report.job.FileSetStore;
import io.openvpos.settlement.report.job.JobDesk;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.context.support.GenericApplicationContext;

/// What the pages of the console are made of, on the stores of [ConsoleWorld].
final class ConsoleBeans {

  private ConsoleBeans() {}

  static void register(GenericApplicationContext beans) {
    DaySequencer sequencer =
        new DaySequencer(
            DAYS.stores.sequenceStore(),
            DAYS.stores.dayLog(),
            Terms.policy(true, Terms.TERMS),
            Optional.of(D.plusDays(1)),
            CLOCK);
    sequencer.begin();
    beans.registerBean(DaySequencer.class, () -> sequencer);
    days(beans);
    beans.registerBean(Discrepancies.class, () -> EXCEPTIONS);
    beans.registerBean(DiscrepancyDesk.class, () -> new DiscrepancyDesk(EXCEPTIONS, CLOCK));
    beans.registerBean(Chargebacks.class, () -> CHARGEBACKS);
    beans.registerBean(
        ChargebackDesk.class, () -> new ChargebackDesk(CHARGEBACKS, CLOCK, ZoneOffset.UTC));
    beans.registerBean(
        EvidenceDesk.class,
        () -> new EvidenceDesk(new MongoEvidence(MEMORY.plain("chargeback_evidence"))));
    payouts(beans, sequencer);
    rates(beans);
    bank(beans);
  }

  private static void days(GenericApplicationContext beans) {
    beans.registerBean(DayLog.class, DAYS.stores::dayLog);
    beans.registerBean(BatchStore.class, DAYS.stores::batchStore);
    beans.registerBean(FileSetStore.class, DAYS.reports::fileSetStore);
    beans.registerBean(JobDesk.class, DAYS::desk);
    beans.registerBean(
        DayPreview.class, () -> new DayPreview(DAYS.stores.lineStore(), DAYS.calendars));
    beans.registerBean(
        ReportsCertificates.class,
        () -> new MongoReportsCertificates(MEMORY.plain("report_certificates")));
    beans.registerBean(
        LineExplanations.class,
        () ->
            new LineExplanations(
                DAYS.stores.lineStore(), DAYS.stores.payoutStore(), DAYS.calendars));
    beans.registerBean(
        DayProgress.class,
        () ->
            new DayProgress(
                DAYS.stores.lineStore(),
                DAYS.stores.markStore(),
                DAYS.stores.batchStore(),
                DAYS.stores.payoutStore(),
                new DayProgress.Sources(List.of("authorization.payments.v1"), 2)));
    beans.registerBean(
        DayFigures.class,
        () -> new DayFigures(DAYS.stores.lineStore(), DAYS.stores.batchStore(), CLOCK));
    beans.registerBean(CarriedLines.class, Carried::new);
    beans.registerBean(CertificateStore.class, ConsoleBeans::certificates);
  }

  /// The day's holds, of which 180.00 are still there.
  private static CertificateStore certificates() {
    CertificateStore store = new MongoCertificateStore(MEMORY.plain("certificates"));
    Optional<CertifiedHolds> holds =
        Optional.of(new CertifiedHolds(3, 350_00, 1, 100_00, 70_00, 0));
    store.insert(new Certificate(D, Mode.TEST, "TRY", "{}", "00", Map.of(), holds));
    return store;
  }

  private static final class Carried implements CarriedLines {
    @Override
    public List<Line> into(LocalDate day) {
      return day.equals(D.plusDays(1)) ? List.of(ConsoleWorld.carried()) : List.of();
    }

    @Override
    public List<Line> outOf(LocalDate day) {
      return day.equals(D) ? List.of(ConsoleWorld.carried()) : List.of();
    }
  }

  private static void payouts(GenericApplicationContext beans, DaySequencer sequencer) {
    ReleaseStore releases = new MongoReleaseStore(MEMORY.versioned("payout_files"));
    beans.registerBean(ReleaseStore.class, () -> releases);
    beans.registerBean(ReleaseDesk.class, () -> new ReleaseDesk(releases, CLOCK));
    beans.registerBean(PayoutStore.class, DAYS.stores::payoutStore);
    beans.registerBean(PayoutLives.class, () -> LIVES);
    beans.registerBean(
        CorrectionDesk.class,
        () ->
            new CorrectionDesk(
                CORRECTIONS,
                DAYS.stores.payablesStore(),
                ConsoleWorld.PAYEES,
                new Withdrawals(
                    CORRECTIONS,
                    DAYS.stores.payablesStore(),
                    DAYS.stores.payoutStore(),
                    DAYS.stores.fileStore(),
                    ConsoleWorld.ANSWERS,
                    Terms.DEBTOR),
                CLOCK));
    beans.registerBean(
        PayablesView.class,
        () ->
            new PayablesView(
                new PayablesView.Stores(
                    DAYS.stores.payablesStore(), DAYS.stores.batchStore(), DAYS.stores.lineStore()),
                sequencer,
                DAYS.calendars,
                new Held()));
  }

  private static final class Held implements HeldPayouts {
    @Override
    public Map<String, String> merchants() {
      return Map.of(OTHERS.merchantId(), "Şüpheli satış incelemesi");
    }

    @Override
    public Set<String> closed() {
      return Set.of(CLOSED.merchantId());
    }
  }

  private static void rates(GenericApplicationContext beans) {
    RateTables tables = new MongoRateTables(MEMORY.versioned("fx_rates"));
    RateDesk desk = new RateDesk(tables, new Plausibility(1_000), CLOCK);
    BusinessDays days = new BusinessDays(CLOCK);
    days.opened(D.plusDays(1), CLOCK.instant().plusSeconds(3_600));
    beans.registerBean(RateTables.class, () -> tables);
    beans.registerBean(RateDesk.class, () -> desk);
    beans.registerBean(
        RateIntake.class,
        () -> new RateIntake(desk, tables, new RateIntake.Latest(days, CLOCK, ZoneOffset.UTC), 10));
  }

  private static void bank(GenericApplicationContext beans) {
    BankMessages messages =
        new MongoBankMessages(
            MEMORY.plain("bank_messages"),
            MEMORY.plain("bank_statements"),
            MEMORY.plain("bank_bookings"));
    BankDifferences differences = new MongoBankDifferences(MEMORY.versioned("bank_exceptions"));
    MongoPayoutClaims claims = new MongoPayoutClaims(MEMORY.plain("bank_claims"));
    beans.registerBean(BankMessages.class, () -> messages);
    beans.registerBean(BankDifferences.class, () -> differences);
    beans.registerBean(DifferenceDesk.class, () -> new DifferenceDesk(differences, CLOCK));
    beans.registerBean(
        BankMessageIntake.class,
        () ->
            new BankMessageIntake(
                new BankMessageIntake.Stores(messages, differences, claims),
                new BookingMatcher(
                    DAYS.stores.payoutStore(), claims, ConsoleWorld.ANSWERS, List.of("OVPNET-")),
                new StatusReports(
                    DAYS.stores.fileStore(),
                    new MongoReleaseStore(MEMORY.versioned("payout_files")),
                    new PayoutFiles(
                        DAYS.stores.payablesStore(),
                        DAYS.stores.payoutStore(),
                        DAYS.stores.fileStore()),
                    ConsoleWorld.ANSWERS),
                CLOCK));
  }
}
