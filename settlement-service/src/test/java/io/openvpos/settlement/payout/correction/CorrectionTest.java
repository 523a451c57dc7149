package io.openvpos.settlement.payout.correction;

import static io.openvpos.settlement.fakes.Lines.HEAD;
import static org.assertj.core.api.Assertions.assertThat;

import io.openvpos.calendar.BankCalendars;
import io.openvpos.settlement.batch.domain.Due;
import io.openvpos.settlement.fakes.Faults;
import io.openvpos.settlement.fakes.InMemoryCorrections;
import io.openvpos.settlement.fakes.InMemoryStores;
import io.openvpos.settlement.fakes.MutableClock;
import io.openvpos.settlement.fakes.Terms;
import io.openvpos.settlement.payout.BankAnswers;
import io.openvpos.settlement.payout.PayoutFiles;
import io.openvpos.settlement.payout.domain.Beneficiaries;
import io.openvpos.settlement.payout.domain.Beneficiary;
import io.openvpos.settlement.payout.domain.DayToFile;
import io.openvpos.settlement.payout.domain.DayToFold;
import io.openvpos.settlement.payout.domain.FileStore;
import io.openvpos.settlement.payout.domain.OpenPayout;
import io.openvpos.settlement.payout.domain.Payables;
import io.openvpos.settlement.payout.domain.PayablesStore;
import io.openvpos.settlement.payout.domain.Payout;
import io.openvpos.settlement.payout.domain.PayoutId;
import io.openvpos.settlement.payout.domain.Reissue;
import io.openvpos.settlement.payout.domain.Taken;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// Goal: a refused payout goes to the account that two people corrected, never to both, wherever a
/// crash falls.
class CorrectionTest {

  private static final LocalDate D = LocalDate.parse("2026-11-23");
  private static final Instant CUT_OFF = Instant.parse("2026-11-23T21:00:00Z");
  private static final String OLD = "TR330006100519786457841326";
  private static final String NEW = "TR320010009999901234567890";
  private static final String OTHER = "TR960006200119000006672315";

  private String profile = OLD;

  /// A payout that the bank has refused, so that a re-issue waits for its day's close.
  private final class World {
    final InMemoryStores stores;
    final InMemoryCorrections corrections;
    final BankAnswers answers;
    final Withdrawals withdrawals;
    final CorrectionDesk desk;
    final PayoutFiles files;

    World(Faults faults) {
      stores = new InMemoryStores(faults);
      corrections = new InMemoryCorrections(faults);
      MutableClock clock = new MutableClock(CUT_OFF.plusSeconds(60));
      Beneficiaries profiles =
          new Beneficiaries() {
            @Override
            public boolean complete() {
              return true;
            }

            @Override
            public Beneficiary of(String merchantId) {
              return new Beneficiary(profile, "Shop");
            }
          };
      answers =
          new BankAnswers(
              stores.payablesStore(),
              stores.payoutStore(),
              new BankCalendars("tr-1"),
              new CorrectedAccounts(corrections, profiles),
              work -> work.apply(new Taken(D.plusDays(1), clock.instant())));
      withdrawals =
          new Withdrawals(
              corrections,
              stores.payablesStore(),
              stores.payoutStore(),
              stores.fileStore(),
              answers,
              Terms.DEBTOR);
      desk = new CorrectionDesk(corrections, stores.payablesStore(), profiles, withdrawals, clock);
      files = new PayoutFiles(stores.payablesStore(), stores.payoutStore(), stores.fileStore());
      Payables.Change change =
          Payables.none(HEAD)
              .fold(
                  new DayToFold(D, CUT_OFF, D.plusDays(1)),
                  List.of(new Due(D.plusDays(1), 97_90)),
                  () -> new Beneficiary(OLD, "Shop"))
              .orElseThrow();
      stores.payables.put(HEAD.id(), new PayablesStore.Stored(change.next(), 1));
      stores.payouts.put(first().id(), first());
      Payables.Change refused =
          change
              .next()
              .reject(
                  first().id(),
                  "AC01",
                  new Reissue(
                      new Taken(D.plusDays(1), CUT_OFF),
                      D.plusDays(2),
                      new Beneficiary(OLD, "Shop")))
              .orElseThrow();
      stores.payables.put(HEAD.id(), new PayablesStore.Stored(refused.next(), 2));
    }

    Payout open(int number) {
      return stores.payablesStore().find(HEAD).orElseThrow().payables().open().stream()
          .map(OpenPayout::payout)
          .filter(payout -> payout.number() == number)
          .findFirst()
          .orElseThrow();
    }

    void fileDay() {
      files.fileClosedDay(new DayToFile(D.plusDays(1), CUT_OFF, Terms.DEBTOR));
    }

    void correct() {
      desk.propose(first(), NEW, "closed account", "f1");
      desk.approve(first(), Optional.empty(), "f2");
    }
  }

  private static Payout first() {
    return new Payout(
        PayoutId.of(HEAD, D, 0),
        HEAD,
        D,
        0,
        97_90,
        D,
        CUT_OFF,
        D.plusDays(1),
        new Beneficiary(OLD, "Shop"));
  }

  @Test
  void aReissueThatHasNotLeftIsGivenOutAgainToTheCorrectedAccount() {
    World world = new World(Faults.none());
    world.correct();
    assertThat(world.open(2).beneficiary()).isEqualTo(new Beneficiary(NEW, "Shop"));
    world.fileDay();
    assertThat(world.stores.fileStore().open())
        .extracting(FileStore.DueFile::messageId)
        .containsExactly("R-" + PayoutId.of(HEAD, D, 2));
    assertThat(world.stores.payoutFacts)
        .extracting(fact -> fact.getClass().getSimpleName())
        .containsExactly("Rejected", "Instructed");
  }

  @Test
  void oneThatHasLeftWaitsForTheBanksAnswer() {
    World world = new World(Faults.none());
    world.fileDay();
    world.correct();
    Payout atBank = world.open(1);
    assertThat(atBank.beneficiary().iban()).isEqualTo(OLD);
    world.answers.refused(atBank, "AC04");
    assertThat(world.open(2).beneficiary().iban()).isEqualTo(NEW);
  }

  @Test
  void theProfileCountsAgainOnceTheMerchantHasChangedIt() {
    World world = new World(Faults.none());
    world.correct();
    profile = OTHER;
    world.answers.refused(world.open(2), "AC04");
    assertThat(world.open(3).beneficiary().iban()).isEqualTo(OTHER);
  }

  @Test
  void itTakesTwoPeople() {
    World world = new World(Faults.none());
    assertThat(world.desk.approve(first(), Optional.empty(), "f2"))
        .isEqualTo(refused("correction_not_proposed"));
    world.desk.propose(first(), NEW, "closed account", "f1");
    assertThat(world.desk.approve(first(), Optional.empty(), "f1")).isEqualTo(refused("four_eyes"));
    assertThat(world.desk.reject(first(), "f1", "a mistake"))
        .isInstanceOf(Correction.Outcome.Changed.class);
    assertThat(world.desk.approve(first(), Optional.empty(), "f2"))
        .isEqualTo(refused("correction_not_proposed"));
    assertThat(world.open(1).beneficiary().iban()).isEqualTo(OLD);
    assertThat(world.desk.of(first()).steps())
        .extracting(Correction.Step::action)
        .containsExactly("propose", "reject");
  }

  @Test
  void onlyTheAccountThatTheSecondPersonHasReadIsApproved() {
    World world = new World(Faults.none());
    world.desk.propose(first(), NEW, "closed account", "f1");
    Optional<String> read = Optional.ofNullable(world.desk.of(first()).proposal());
    world.desk.propose(first(), OTHER, "closed account", "f1");

    assertThat(world.desk.approve(first(), read, "f2")).isEqualTo(refused("correction_changed"));

    assertThat(world.open(1).beneficiary().iban()).isEqualTo(OLD);
    read = Optional.ofNullable(world.desk.of(first()).proposal());
    assertThat(world.desk.approve(first(), read, "f2"))
        .isInstanceOf(Correction.Outcome.Changed.class);
    assertThat(world.open(2).beneficiary().iban()).isEqualTo(OTHER);
  }

  @Test
  void whereverACrashFallsTheMoneyGoesToOneAccount() {
    boolean struck = true;
    int step = 0;
    while (struck) {
      Faults faults = Faults.at(++step);
      World world = new World(faults);
      boolean approved = true;
      try {
        world.correct();
        world.fileDay();
      } catch (Faults.Killed killed) {
        approved = world.desk.of(first()).approved() != null;
        world.withdrawals.run();
        world.fileDay();
      }
      List<String> leave =
          world.stores.fileStore().open().stream().map(FileStore.DueFile::payoutId).toList();
      assertThat(leave).as("step %d", step).containsExactly(PayoutId.of(HEAD, D, approved ? 2 : 1));
      struck = faults.hit() > 0;
    }
    assertThat(step).isGreaterThan(8);
  }

  private static Correction.Outcome refused(String code) {
    return new Correction.Outcome.Refused(code);
  }
}
