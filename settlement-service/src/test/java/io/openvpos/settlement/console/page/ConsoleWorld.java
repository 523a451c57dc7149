package io.openvpos.settlement.console.page;

import io.openvpos.money.Mode;
import io.openvpos.schemas.Topics;
import io.openvpos.settlement.batch.domain.Head;
import io.openvpos.settlement.batch.domain.Line;
import io.openvpos.settlement.batch.domain.PayoutTerms;
import io.openvpos.settlement.chargeback.Chargebacks;
import io.openvpos.settlement.chargeback.domain.Booked;
import io.openvpos.settlement.chargeback.domain.Chargeback;
import io.openvpos.settlement.chargeback.domain.Claim;
import io.openvpos.settlement.chargeback.domain.DisputedSale;
import io.openvpos.settlement.chargeback.domain.Move;
import io.openvpos.settlement.chargeback.mongo.MongoChargebacks;
import io.openvpos.settlement.fakes.Broker;
import io.openvpos.settlement.fakes.ClosedDays;
import io.openvpos.settlement.fakes.Faults;
import io.openvpos.settlement.fakes.InMemoryCorrections;
import io.openvpos.settlement.fakes.Lines;
import io.openvpos.settlement.fakes.MemoryStore;
import io.openvpos.settlement.fakes.Payees;
import io.openvpos.settlement.fakes.Terms;
import io.openvpos.settlement.matter.domain.Matter;
import io.openvpos.settlement.payout.BankAnswers;
import io.openvpos.settlement.payout.correction.CorrectedAccounts;
import io.openvpos.settlement.payout.domain.FileStore.DueFile;
import io.openvpos.settlement.payout.domain.Payout;
import io.openvpos.settlement.payout.domain.PayoutId;
import io.openvpos.settlement.payout.domain.Release;
import io.openvpos.settlement.payout.domain.Taken;
import io.openvpos.settlement.payout.life.LifeStatus;
import io.openvpos.settlement.payout.life.PayoutLife;
import io.openvpos.settlement.payout.life.PayoutLives;
import io.openvpos.settlement.payout.life.mongo.MongoPayoutLives;
import io.openvpos.settlement.payout.mongo.MongoFileStore;
import io.openvpos.settlement.reconciliation.Discrepancies;
import io.openvpos.settlement.reconciliation.domain.Discrepancy;
import io.openvpos.settlement.reconciliation.domain.Item;
import io.openvpos.settlement.reconciliation.domain.ItemType;
import io.openvpos.settlement.reconciliation.mongo.MongoDiscrepancies;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What the console shows: Monday closed with the sales of some merchants, Tuesday open; a payout
/// that the bank refused, a file to release, an exception, two chargebacks.
final class ConsoleWorld {

  static final LocalDate D = LocalDate.parse("2026-11-23");
  static final Head MINE = new Head("m_abc", Mode.TEST, "TRY");
  static final Head OTHERS = new Head("m_xyz", Mode.TEST, "TRY");

  /// Below its minimum, and closed since.
  static final Head CLOSED = new Head("m_closed", Mode.TEST, "TRY");

  static final String FILE = "VPOS-2026-11-23-test-TRY";
  static final String REFUSED = PayoutId.of(MINE, D, 0);
  static final String REISSUE = PayoutId.of(MINE, D, 1);
  static final String ACCOUNT = "TR330006100519786457841326";

  static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-24T09:00:00Z"), ZoneOffset.UTC);
  static final MemoryStore MEMORY = new MemoryStore();
  static final Payees PAYEES = new Payees(ACCOUNT);
  static final ClosedDays DAYS = new ClosedDays(PAYEES);
  static final Discrepancies EXCEPTIONS =
      new MongoDiscrepancies(MEMORY.versioned("reconciliation_exceptions"));
  static final Chargebacks CHARGEBACKS =
      new MongoChargebacks(
          MEMORY.versioned("chargebacks"),
          new Broker().relay(MEMORY.versioned("chargebacks")),
          fact -> Broker.event(fact.eventId(), Topics.CHARGEBACKS));
  static final PayoutLives LIVES = new MongoPayoutLives(MEMORY.plain("payout_lives"));
  static final InMemoryCorrections CORRECTIONS = new InMemoryCorrections(Faults.none());
  static final BankAnswers ANSWERS =
      new BankAnswers(
          DAYS.stores.payablesStore(),
          DAYS.stores.payoutStore(),
          DAYS.calendars,
          new CorrectedAccounts(CORRECTIONS, PAYEES),
          work -> work.apply(new Taken(D.plusDays(1), CLOCK.instant())));

  private ConsoleWorld() {}

  static void begin() {
    DAYS.close(
        D,
        List.of(
            Lines.capture(MINE, 1, D, 100_00, 1),
            Lines.capture(OTHERS, 1, D, 7, 1),
            Lines.paidBy(Lines.capture(CLOSED, 1, D, 50_00, 1), new PayoutTerms(1, null, 150_00))));
    DAYS.stores.lineStore().insertMissing(List.of(carried()));
    Payout refused = DAYS.stores.payoutStore().find(REFUSED).orElseThrow();
    ANSWERS.refused(refused, "AC01");
    tell(refused, 1, LifeStatus.INSTRUCTED, null);
    tell(refused, 2, LifeStatus.REJECTED, "AC01");
    tell(DAYS.stores.payoutStore().find(REISSUE).orElseThrow(), 1, LifeStatus.INSTRUCTED, null);
    Payout others = DAYS.stores.payoutStore().find(PayoutId.of(OTHERS, D, 0)).orElseThrow();
    tell(others, 1, LifeStatus.INSTRUCTED, null);
    new MongoFileStore(MEMORY.versioned("payout_files"), Release.WAITING)
        .insertMissing(
            new DueFile(FILE, D, Mode.TEST, "TRY", Instant.EPOCH, Terms.DEBTOR, null), 1, 97_90);
    EXCEPTIONS.open(
        new Discrepancy(
            "rx_1",
            1,
            D,
            Mode.TEST,
            "amount_differs",
            item(100_00),
            item(100_01),
            MINE.merchantId(),
            Matter.open(Instant.EPOCH)));
    CHARGEBACKS.open(chargeback("cb_1", MINE));
    CHARGEBACKS.open(chargeback("cb_2", OTHERS));
  }

  /// A sale of Monday that came when Tuesday was open.
  static Line carried() {
    return Lines.carried(Lines.capture(MINE, 2, D.plusDays(1), 20_00, 1), D);
  }

  private static void tell(Payout payout, int number, LifeStatus status, @Nullable String reason) {
    LIVES.take(
        new PayoutLives.Event(
            new PayoutLife(
                payout.id(),
                payout.head(),
                payout.salesDay(),
                payout.amount(),
                payout.beneficiary().iban(),
                payout.beneficiary().name(),
                payout.executionDate(),
                List.of()),
            number,
            new PayoutLife.Step(status, payout.salesDay(), CLOCK.instant(), reason)));
  }

  private static Item item(long amount) {
    return new Item(
        ItemType.CAPTURE, "RRN1", "", "A1", "****6111", amount, "TRY", D, "", "arn.1", "", 0);
  }

  private static Move.Made chargeback(String id, Head head) {
    DisputedSale sale =
        new DisputedSale(head, "pay_1", "A-1", "arn." + id, "RRN1", "visa", "6111", 100_00, 1);
    Claim claim = new Claim("CASE-" + id, 1, 60_00, "10.4", D, D.plusDays(20));
    return Chargeback.open(id, sale, claim, "file|1", new Booked(D, Instant.EPOCH));
  }
}
