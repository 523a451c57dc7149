package io.openvpos.settlement.closing;

import static org.assertj.core.api.Assertions.assertThat;

import io.openvpos.calendar.BankCalendars;
import io.openvpos.calendar.CalendarVersions;
import io.openvpos.messaging.task.Workers;
import io.openvpos.money.Mode;
import io.openvpos.settlement.batch.BatchCutter;
import io.openvpos.settlement.batch.LedgerIntake;
import io.openvpos.settlement.batch.domain.Batch;
import io.openvpos.settlement.batch.domain.Due;
import io.openvpos.settlement.batch.domain.Head;
import io.openvpos.settlement.batch.domain.LedgerMark;
import io.openvpos.settlement.batch.domain.Line;
import io.openvpos.settlement.batch.domain.Line.Source;
import io.openvpos.settlement.batch.domain.LineType;
import io.openvpos.settlement.batch.domain.PayoutTerms;
import io.openvpos.settlement.batch.domain.ReserveTerms;
import io.openvpos.settlement.batch.domain.SourceHolds;
import io.openvpos.settlement.batch.domain.SourceTotal;
import io.openvpos.settlement.businessday.DaySequencer;
import io.openvpos.settlement.businessday.domain.BusinessDay;
import io.openvpos.settlement.businessday.domain.BusinessDaySequence;
import io.openvpos.settlement.businessday.domain.CloseDecision;
import io.openvpos.settlement.businessday.domain.DayStatus;
import io.openvpos.settlement.businessday.domain.DayTerms;
import io.openvpos.settlement.certificate.CertificateMaker;
import io.openvpos.settlement.certificate.domain.DayToCertify;
import io.openvpos.settlement.certificate.domain.DigestedFile;
import io.openvpos.settlement.fakes.Certified;
import io.openvpos.settlement.fakes.Entries;
import io.openvpos.settlement.fakes.Faults;
import io.openvpos.settlement.fakes.InMemoryStores;
import io.openvpos.settlement.fakes.Lines;
import io.openvpos.settlement.fakes.Payees;
import io.openvpos.settlement.fakes.Rates;
import io.openvpos.settlement.fakes.Terms;
import io.openvpos.settlement.payout.BankAnswers;
import io.openvpos.settlement.payout.FrozenConditions;
import io.openvpos.settlement.payout.HandOver;
import io.openvpos.settlement.payout.PayoutFiles;
import io.openvpos.settlement.payout.PayoutFolder;
import io.openvpos.settlement.payout.domain.Bank;
import io.openvpos.settlement.payout.domain.FileStore;
import io.openvpos.settlement.payout.domain.Payout;
import io.openvpos.settlement.payout.domain.PayoutFact;
import io.openvpos.settlement.payout.domain.PayoutFile;
import io.openvpos.settlement.payout.domain.Taken;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/// Goal: a closing that is killed around any write, and taken up by any of two instances in any
/// order, ends with the same batches, payouts and files as one that nobody disturbed.
///
/// Method: a few days of random sales are closed by two instances over the same stores, which kill
/// their callers at random before or after a write took effect; a ledger answers what is published.
/// The instances have different settings, as while a change of them is rolled out.
class ClosingSimulationTest {

  private static final LocalDate FIRST = LocalDate.parse("2026-11-26");
  private static final int DAYS = 6;
  private static final int PARTITIONS = 2;
  private static final Instant NOON = Instant.parse("2026-11-26T09:00:00Z");
  private static final List<Head> HEADS =
      List.of(
          new Head("m_a", Mode.TEST, "TRY"),
          new Head("m_a", Mode.LIVE, "TRY"),
          new Head("m_b", Mode.TEST, "TRY"),
          new Head("m_b", Mode.TEST, "EUR"));

  private static final Map<Head, PayoutTerms> TERMS_OF =
      Map.of(
          HEADS.get(0), new PayoutTerms(1, null, 150_00),
          HEADS.get(3), new PayoutTerms(1, "TRY", 0));

  @Test
  void aDisturbedClosingEndsAsAnUndisturbedOne() {
    int hit = 0;
    int held = 0;
    int converted = 0;
    for (long seed = 1; seed <= 60; seed++) {
      World calm = new World(seed, Faults.none());
      calm.play();
      Faults faults = Faults.seeded(seed, 6);
      World disturbed = new World(seed, faults);
      disturbed.play();
      hit += faults.hit();
      String printed = "seed " + seed;
      assertThat(disturbed.stores.batches).as(printed).isEqualTo(calm.stores.batches);
      assertThat(disturbed.closePayouts()).as(printed).isEqualTo(calm.closePayouts());
      assertThat(disturbed.stores.reserves).as(printed).isEqualTo(calm.stores.reserves);
      assertThat(disturbed.stores.conversions).as(printed).isEqualTo(calm.stores.conversions);
      converted += calm.stores.conversions.size();
      held += calm.stores.reserves.size();
      assertThat(disturbed.digests()).as(printed).isEqualTo(calm.digests());
      assertThat(disturbed.closeFiles()).as(printed).isEqualTo(calm.closeFiles());
      assertThat(disturbed.certified.certificates)
          .as(printed)
          .isEqualTo(calm.certified.certificates);
      disturbed.check(printed);
      calm.check(printed);
    }
    assertThat(hit).as("faults that struck").isGreaterThan(1_000);
    assertThat(held).as("movements of reserves").isGreaterThan(300);
    assertThat(converted).as("conversions").isGreaterThan(40);
  }

  @Test
  void aCloseThatIsKilledAtAnyOneStepIsCertifiedAsOneThatIsNot() {
    World calm = new World(7, Faults.none(), 2);
    calm.play();
    assertThat(calm.certified.certificates).hasSizeGreaterThan(4);
    int step = 1;
    Faults faults = Faults.at(step);
    World killed = new World(7, faults, 2);
    killed.play();
    while (faults.hit() > 0) {
      assertThat(killed.certified.certificates)
          .as("killed at step " + step)
          .isEqualTo(calm.certified.certificates);
      assertThat(killed.digests()).as("killed at step " + step).isEqualTo(calm.digests());
      faults = Faults.at(++step);
      killed = new World(7, faults, 2);
      killed.play();
    }
    assertThat(step).as("steps of the close").isGreaterThan(60);
  }

  /// As after an upgrade: what its close was accepted with holds, whatever the instances know.
  @Test
  void aDayIsCutAndPaidByTheCalendarsThatItsCloseWasAcceptedWith() {
    World upgraded = new World(3, Faults.none(), 2, Terms.TERMS);
    upgraded.play();
    World before =
        new World(
            3,
            Faults.none(),
            2,
            new DayTerms(CalendarVersions.only(Terms.CALENDARS.home()), Terms.DEBTOR));
    before.play();
    assertThat(euroCalendars(upgraded)).containsOnly("tr-1+target-1");
    assertThat(euroCalendars(before)).containsOnly("tr-1");
  }

  private static List<String> euroCalendars(World world) {
    return world.stores.batches.values().stream()
        .filter(batch -> batch.head().currency().equals("EUR"))
        .map(Batch::calendarVersion)
        .toList();
  }

  /// Two instances, one ledger, one bank.
  private static final class World {
    private final InMemoryStores stores;
    private final Certified certified;
    private final int days;
    private final SplittableRandom random;
    private final SplittableRandom salesRandom;
    private final BankCalendars calendars = new BankCalendars(Terms.CALENDARS);
    private final DaySequencer sequencer;
    private final List<DayCloser> instances;
    private final HandOver handOver;
    private final Map<String, Long> paidByBank = new TreeMap<>();
    private final Set<String> refused = new HashSet<>();
    private final Map<Head, Long> seqs = new java.util.HashMap<>();

    World(long seed, Faults faults) {
      this(seed, faults, DAYS);
    }

    World(long seed, Faults faults, int days) {
      this(seed, faults, days, Terms.TERMS);
    }

    World(long seed, Faults faults, int days, DayTerms accepted) {
      this.days = days;
      stores = new InMemoryStores(faults);
      certified = new Certified(faults);
      random = new SplittableRandom(seed);
      salesRandom = new SplittableRandom(seed);
      sequencer = sequencer(accepted);
      instances = List.of(closer(Terms.TERMS), closer(Terms.OTHER));
      Payees payees = new Payees("TR33");
      BankAnswers answers =
          new BankAnswers(
              stores.payablesStore(),
              stores.payoutStore(),
              calendars,
              payout -> payees.of(payout.head().merchantId()),
              work -> work.apply(new Taken(sequencer.current().openDay(), NOON)));
      handOver =
          new HandOver(
              files(),
              stores.fileStore(),
              answers,
              payees,
              this::bank,
              new HandOver.Policy(Set.of(Mode.TEST, Mode.LIVE), Clock.fixed(NOON, ZoneOffset.UTC)));
    }

    void play() {
      until(() -> {
        sequencer.begin();
        return true;
      });
      for (int day = 0; day < days; day++) {
        LocalDate date = FIRST.plusDays(day);
        sales(date);
        until(() -> !(sequencer.close(date) instanceof CloseDecision.Refused));
        until(() -> stepOf(date));
      }
      until(() -> {
        instances.getFirst().step();
        handOver.run();
        return true;
      });
    }

    private boolean stepOf(LocalDate date) {
      int who = random.nextInt(instances.size());
      instances.get(who).step();
      if (random.nextInt(3) == 0) {
        handOver.run();
      }
      ledgerAnswers();
      return stores.days.values().stream()
          .anyMatch(day -> day.day().equals(date) && day.status() == DayStatus.CLOSED);
    }

    private void sales(LocalDate date) {
      List<Line> lines = new ArrayList<>();
      for (int i = salesRandom.nextInt(30); i > 0; i--) {
        Head head = HEADS.get(salesRandom.nextInt(HEADS.size()));
        long seq = seqs.merge(head, 1L, Long::sum);
        Line line =
            salesRandom.nextInt(4) == 0
                ? Lines.refund(head, seq, date, salesRandom.nextLong(1, 300_00))
                : Lines.capture(
                    head, seq, date, salesRandom.nextLong(1, 200_00), 1 + salesRandom.nextInt(5));
        ReserveTerms reserve =
            head.merchantId().equals("m_b") ? new ReserveTerms(1_000, 2) : ReserveTerms.NONE;
        Line planned = Lines.planned(line, 1 + salesRandom.nextInt(3), reserve);
        lines.add(Lines.paidBy(planned, TERMS_OF.getOrDefault(head, PayoutTerms.NONE)));
      }
      LedgerIntake intake = new LedgerIntake(stores.lineStore(), stores.markStore());
      until(() -> {
        intake.lines(lines);
        marks(date, lines).forEach(intake::mark);
        return true;
      });
    }

    /// Whatever is published becomes an entry.
    private void ledgerAnswers() {
      stores.batches.values().forEach(batch -> certified.insertMissing(Entries.of(batch)));
      stores.payoutFacts.forEach(fact -> certified.insertMissing(Entries.of(fact)));
      stores.reserveFacts.forEach(moved -> certified.insertMissing(Entries.of(moved)));
      stores.conversionFacts.stream()
          .flatMap(one -> Entries.of(one).stream())
          .forEach(certified::insertMissing);
      stores.posted.addAll(certified.entries.keySet());
    }

    /// Refuses some payouts once, pays everything else, each id once.
    private List<Bank.Answer> bank(PayoutFile file) {
      List<Bank.Answer> answers = new ArrayList<>();
      for (Payout payout : file.payouts()) {
        boolean refuse = !payout.isReissue() && payout.amount() % 5 == 0;
        if (refuse) {
          refused.add(payout.id());
          answers.add(new Bank.Answer.Refused(payout.id(), "AC01"));
        } else {
          paidByBank.put(payout.id(), payout.amount());
          answers.add(new Bank.Answer.Paid(payout.id()));
        }
      }
      return answers;
    }

    Set<Payout> closePayouts() {
      return stores.payouts.values().stream()
          .filter(payout -> !payout.isReissue())
          .collect(Collectors.toSet());
    }

    List<FileStore.DueFile> closeFiles() {
      return stores.dueFiles.values().stream().filter(file -> file.payoutId() == null).toList();
    }

    List<String> digests() {
      return stores.days.values().stream().map(day -> day.day() + " " + day.digest()).toList();
    }

    void check(String printed) {
      assertThat(stores.payoutFacts).as(printed).doesNotHaveDuplicates();
      assertThat(stores.reserveFacts)
          .as(printed)
          .doesNotHaveDuplicates()
          .containsExactlyInAnyOrderElementsOf(stores.reserves.values());
      assertThat(stores.conversionFacts)
          .as(printed)
          .doesNotHaveDuplicates()
          .containsExactlyInAnyOrderElementsOf(stores.conversions.values());
      assertThat(
              stores.payoutFacts.stream()
                  .map(fact -> fact.payout().id() + ":" + fact.number())
                  .toList())
          .as(printed)
          .doesNotHaveDuplicates();
      assertThat(stores.dayFacts)
          .as(printed)
          .extracting(fact -> fact.day() + ":" + fact.number())
          .doesNotHaveDuplicates()
          .hasSize(DAYS * 3 + 1);
      for (BusinessDay day : stores.days.values()) {
        assertThat(day.status())
            .as(printed)
            .isEqualTo(day.day().equals(FIRST.plusDays(DAYS)) ? DayStatus.OPEN : DayStatus.CLOSED);
      }
      moneyAddsUp(printed);
    }

    /// Net of all batches = dues left + held + payouts of the closes; the bank paid what was not
    /// refused.
    private void moneyAddsUp(String printed) {
      for (Head head : HEADS) {
        long net =
            stores.batches.values().stream()
                .filter(batch -> batch.head().equals(head))
                .mapToLong(batch -> batch.figures().net())
                .sum();
        long paid =
            closePayouts().stream()
                .filter(payout -> payout.head().equals(head))
                .mapToLong(Payout::amount)
                .sum();
        long left =
            stores.payablesStore().find(head).stream()
                .flatMap(stored -> stored.payables().dues().stream())
                .mapToLong(Due::amount)
                .sum();
        left +=
            stores.payablesStore().find(head).stream()
                .flatMap(stored -> stored.payables().reserved().stream())
                .mapToLong(Due::amount)
                .sum();
        long turned =
            stores.conversions.values().stream()
                .mapToLong(one ->
                    one.from().equals(head)
                        ? -one.sold()
                        : one.to().equals(head) ? one.bought() : 0)
                .sum();
        assertThat(paid + left).as("%s %s", printed, head).isEqualTo(net + turned);
      }
      Set<String> confirmed =
          stores.payoutFacts.stream()
              .filter(PayoutFact.Confirmed.class::isInstance)
              .map(fact -> fact.payout().id())
              .collect(Collectors.toSet());
      assertThat(paidByBank.keySet()).as(printed).isEqualTo(confirmed);
      long rejected =
          stores.payoutFacts.stream().filter(PayoutFact.Rejected.class::isInstance).count();
      assertThat(rejected).as(printed).isEqualTo(refused.size());
    }

    private void until(java.util.function.BooleanSupplier done) {
      for (int tries = 0; tries < 10_000; tries++) {
        try {
          if (done.getAsBoolean()) {
            return;
          }
        } catch (Faults.Killed _) {
          // The next try is the restarted instance.
        }
      }
      throw new AssertionError("it never ends: " + stores.days + " " + stores.marks.keySet());
    }

    private DaySequencer sequencer(DayTerms terms) {
      return new DaySequencer(
          stores.sequenceStore(),
          stores.dayLog(),
          Terms.policy(true, terms),
          Optional.of(FIRST),
          Clock.fixed(NOON, ZoneOffset.UTC));
    }

    private PayoutFiles files() {
      return new PayoutFiles(stores.payablesStore(), stores.payoutStore(), stores.fileStore());
    }

    private DayCloser closer(DayTerms terms) {
      BankCalendars mine = new BankCalendars(terms.calendars());
      return new DayCloser(
          sequencer(terms),
          new DayCloser.Stores(
              stores.dayLog(),
              stores.markStore(),
              stores.batchStore(),
              stores.payoutStore(),
              stores.conversionStore()),
          new DayCloser.Steps(
              new BatchCutter(
                  stores.lineStore(),
                  stores.markStore(),
                  stores.batchStore(),
                  mine,
                  Lines.SOURCES,
                  Workers.inOrder()),
              new PayoutFolder(
                  stores.folderStores(),
                  new Payees("TR33"),
                  new FrozenConditions(
                      stores.conditionsStore(), () -> heldOn(sequencer.current()), rates(), 3)),
              files()),
          mine,
          PARTITIONS,
          (closing, digest, awaited) ->
              maker()
                  .certify(
                      new DayToCertify(
                          closing.day(),
                          closing.cutOffAt(),
                          closing.terms().calendars(),
                          closing.terms().debtor(),
                          digest,
                          awaited)));
    }

    /// One merchant is held on one day, and every day has its own prices: the first but none.
    private static Map<String, String> heldOn(BusinessDaySequence sequence) {
      return sequence.openDay().equals(FIRST.plusDays(4)) ? Map.of("m_a", "held") : Map.of();
    }

    private static Rates rates() {
      Rates rates = new Rates();
      for (int day = 1; day < DAYS; day++) {
        rates.put(FIRST.plusDays(day), "4" + day + ".1235", "5" + day + ".8347");
      }
      return rates;
    }

    private CertificateMaker maker() {
      return new CertificateMaker(
          new CertificateMaker.Sources(
              stores.lineStore(),
              stores.markStore(),
              certified,
              stores.batchStore(),
              stores.payoutStore()),
          certified,
          (day, mode, currency) ->
              List.of(new DigestedFile("VPOS-" + day.day() + "-" + currency, "00")),
          Lines.SOURCES,
          PARTITIONS);
    }

    /// As if each capture had been authorized on the same day for 5.00 more.
    private static Optional<List<SourceHolds>> holds(List<Line> lines, Source source) {
      return Optional.of(
          lines.stream()
              .filter(line -> line.source().equals(source) && line.type() == LineType.CAPTURE)
              .map(line -> {
                long gross = line.figures().gross();
                return new SourceHolds(
                    line.head().mode(), line.head().currency(), 1, gross + 5_00, 1, gross, 5_00);
              })
              .toList());
    }

    private static List<LedgerMark> marks(LocalDate date, List<Line> lines) {
      List<LedgerMark> marks = new ArrayList<>();
      for (String topic : Lines.SOURCES) {
        for (int partition = 0; partition < PARTITIONS; partition++) {
          Source source = new Source(topic, partition);
          Map<String, SourceTotal> totals = new TreeMap<>();
          lines.stream()
              .filter(line -> line.source().equals(source))
              .forEach(line ->
                  totals.merge(
                      line.head().mode() + line.head().currency(),
                      new SourceTotal(line.head().mode(), line.head().currency(), 1, line.debits()),
                      (one, other) ->
                          new SourceTotal(
                              one.mode(),
                              one.currency(),
                              one.entries() + other.entries(),
                              one.debits() + other.debits())));
          marks.add(
              new LedgerMark(date, source, List.copyOf(totals.values()), holds(lines, source)));
        }
      }
      return marks;
    }
  }
}
