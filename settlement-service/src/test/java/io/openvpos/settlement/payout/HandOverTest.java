package io.openvpos.settlement.payout;

import static io.openvpos.settlement.fakes.Lines.HEAD;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.openvpos.calendar.BankCalendars;
import io.openvpos.money.Mode;
import io.openvpos.settlement.batch.domain.Due;
import io.openvpos.settlement.batch.domain.Head;
import io.openvpos.settlement.businessday.domain.Debtor;
import io.openvpos.settlement.fakes.Faults;
import io.openvpos.settlement.fakes.InMemoryStores;
import io.openvpos.settlement.fakes.MutableClock;
import io.openvpos.settlement.fakes.Payees;
import io.openvpos.settlement.fakes.Terms;
import io.openvpos.settlement.payout.domain.Bank;
import io.openvpos.settlement.payout.domain.Bank.Answer;
import io.openvpos.settlement.payout.domain.Beneficiary;
import io.openvpos.settlement.payout.domain.DayToFile;
import io.openvpos.settlement.payout.domain.DayToFold;
import io.openvpos.settlement.payout.domain.HeldPayouts;
import io.openvpos.settlement.payout.domain.Payables;
import io.openvpos.settlement.payout.domain.Payout;
import io.openvpos.settlement.payout.domain.PayoutFact;
import io.openvpos.settlement.payout.domain.PayoutFile;
import io.openvpos.settlement.payout.domain.PayoutId;
import io.openvpos.settlement.payout.domain.Taken;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class HandOverTest {

  private static final LocalDate D = LocalDate.parse("2026-11-23");
  private static final Instant CUT_OFF = Instant.parse("2026-11-23T21:00:00Z");
  private static final Head LIVE = new Head("m_abc", Mode.LIVE, "TRY");

  private final InMemoryStores stores = new InMemoryStores(Faults.none());
  private final PayoutFiles files =
      new PayoutFiles(stores.payablesStore(), stores.payoutStore(), stores.fileStore());
  private final List<String> handedOver = new ArrayList<>();
  private final MutableClock clock = new MutableClock(CUT_OFF);
  private LocalDate openDay = D.plusDays(1);

  @BeforeEach
  void twoPayouts() {
    for (Head head : List.of(HEAD, LIVE)) {
      Payables.Change change =
          Payables.none(head)
              .fold(
                  new DayToFold(D, CUT_OFF, D.plusDays(1)),
                  List.of(new Due(D.plusDays(1), 97_90)),
                  () -> new Beneficiary("TR33", "Shop"))
              .orElseThrow();
      stores.payablesStore().insert(change);
      stores.payoutStore().insertMissing(List.of(change.instructed().orElseThrow()));
    }
    files.fileClosedDay(closed(D));
  }

  @Test
  void testPayoutsStayHereWhereTheBankIsForLiveOnes() {
    handOver(this::pays, Set.of(Mode.LIVE)).run();
    assertThat(handedOver).containsExactly("VPOS-2026-11-23-live-TRY");
    assertThat(stores.settledFiles).containsExactly("VPOS-2026-11-23-live-TRY");
  }

  @Test
  void aConfirmationCarriesTheDayOpenWhenItWasTaken() {
    HandOver handOver = handOver(this::pays, Set.of(Mode.TEST));
    handOver.run();
    handOver.run();
    assertThat(handedOver).hasSize(1);
    assertThat(stores.payoutFacts)
        .filteredOn(PayoutFact.Confirmed.class::isInstance)
        .singleElement()
        .satisfies(fact -> assertThat(fact.salesDay()).isEqualTo(D.plusDays(1)));
  }

  @Test
  void aRefusedPayoutGoesOutAgainInAFileOfItsOwnOnceTheDayOfItsReissueIsClosed() {
    HandOver refusing = handOver(this::refuses, Set.of(Mode.TEST));
    refusing.run();
    refusing.run();
    String reissue = PayoutId.of(HEAD, D, 1);
    assertThat(stores.payouts).containsKey(reissue);
    assertThat(handedOver).containsExactly("VPOS-2026-11-23-test-TRY");
    openDay = D.plusDays(2);
    files.fileClosedDay(closed(D.plusDays(1)));
    files.fileClosedDay(closed(D.plusDays(1)));
    handOver(this::pays, Set.of(Mode.TEST)).run();
    assertThat(handedOver).containsExactly("VPOS-2026-11-23-test-TRY", "R-" + reissue);
    assertThat(stores.payoutFacts)
        .filteredOn(fact -> fact.payout().head().equals(HEAD))
        .extracting(fact -> fact.getClass().getSimpleName())
        .containsExactly("Instructed", "Rejected", "Instructed", "Confirmed");
    assertThat(stores.settledFiles).contains("R-" + reissue);
    // The file of the close is what it was.
    assertThat(files.ofClose(closed(D), Mode.TEST, "TRY").payouts())
        .extracting(Payout::id)
        .containsExactly(PayoutId.of(HEAD, D, 0));
  }

  @Test
  void aHoldStopsTheReissueUntilItIsLifted() {
    handOver(this::refuses, Set.of(Mode.TEST)).run();
    files.fileClosedDay(closed(D.plusDays(1)));
    handedOver.clear();
    handOver(this::pays, Set.of(Mode.TEST), () -> Map.of(HEAD.merchantId(), "dispute")).run();
    assertThat(handedOver).doesNotContain("R-" + PayoutId.of(HEAD, D, 1));
    handOver(this::pays, Set.of(Mode.TEST)).run();
    assertThat(handedOver).contains("R-" + PayoutId.of(HEAD, D, 1));
  }

  @Test
  void aFileThatTheBankDoesNotTakeStaysDueAndHoldsUpNoOther() {
    Bank bank =
        file -> {
          if (file.mode() == Mode.LIVE) {
            throw new IllegalStateException("the bank is closed");
          }
          return pays(file);
        };
    HandOver handOver = handOver(bank, Set.of(Mode.TEST, Mode.LIVE));
    assertThatThrownBy(handOver::run).hasMessage("the bank is closed");
    assertThat(stores.settledFiles).containsExactly("VPOS-2026-11-23-test-TRY");
    handOver(this::pays, Set.of(Mode.TEST, Mode.LIVE)).run();
    assertThat(stores.fileStore().open()).isEmpty();
  }

  @Test
  void whatTheBankHasNotDecidedIsAskedAgain() {
    handOver(file -> List.of(), Set.of(Mode.TEST)).run();
    assertThat(stores.settledFiles).isEmpty();
    handOver(file -> List.of(new Answer.Paid("somebody else's")), Set.of(Mode.TEST)).run();
    assertThat(stores.settledFiles).isEmpty();
    handOver(this::pays, Set.of(Mode.TEST)).run();
    assertThat(stores.settledFiles).hasSize(1);
  }

  @Test
  void aFileLeftUndecidedIsHandedOverAgainEverMoreSeldom() {
    HandOver handOver =
        handOver(
            file -> {
              handedOver.add(file.messageId());
              return List.of();
            },
            Set.of(Mode.TEST));
    List<Long> secondsOfEach = new ArrayList<>();
    for (long second = 0; second <= 1_200; second++) {
      int before = handedOver.size();
      handOver.run();
      if (handedOver.size() > before) {
        secondsOfEach.add(second);
      }
      clock.advance(Duration.ofSeconds(1));
    }
    assertThat(secondsOfEach)
        .containsExactly(0L, 1L, 3L, 7L, 15L, 31L, 63L, 127L, 255L, 511L, 811L, 1_111L);
  }

  @Test
  void aDuplicateIsAnAlarmAndNoRefusal() {
    boolean[] decides = {false};
    Bank bank =
        file ->
            decides[0]
                ? pays(file)
                : file.payouts().stream()
                    .<Answer>map(one -> new Answer.Duplicate(one.id(), "DU01"))
                    .toList();
    HandOver handOver = handOver(bank, Set.of(Mode.TEST));
    handOver.run();
    assertThat(handOver.duplicates())
        .containsExactly(Map.entry("VPOS-2026-11-23-test-TRY", "DU01"));
    assertThat(stores.settledFiles).isEmpty();
    assertThat(stores.payoutFacts).allMatch(PayoutFact.Instructed.class::isInstance);
    clock.advance(Duration.ofSeconds(1));
    decides[0] = true;
    handOver.run();
    assertThat(handOver.duplicates()).isEmpty();
    assertThat(stores.settledFiles).containsExactly("VPOS-2026-11-23-test-TRY");
  }

  @Test
  void aDuplicateOfWhatWasDecidedBeforeSettlesTheFile() {
    handOver(this::pays, Set.of(Mode.TEST)).run();
    stores.settledFiles.clear();
    Bank forgetful =
        file ->
            file.payouts().stream()
                .<Answer>map(one -> new Answer.Duplicate(one.id(), "DU01"))
                .toList();
    HandOver handOver = handOver(forgetful, Set.of(Mode.TEST));
    handOver.run();
    assertThat(handOver.duplicates()).isEmpty();
    assertThat(stores.settledFiles).hasSize(1);
  }

  @Test
  void aFileNamesTheDebtorThatItsDayWasClosedWith() {
    List<PayoutFile> seen = new ArrayList<>();
    // Somebody changes the settings: the days closed from now on have another debtor.
    Debtor changed = Terms.OTHER.debtor();
    files.fileClosedDay(new DayToFile(D, CUT_OFF, changed));
    handOver(
            file -> {
              seen.add(file);
              return refuses(file);
            },
            Set.of(Mode.TEST))
        .run();
    files.fileClosedDay(new DayToFile(D.plusDays(1), CUT_OFF.plusSeconds(86_400), changed));
    handOver(
            file -> {
              seen.add(file);
              return pays(file);
            },
            Set.of(Mode.TEST))
        .run();
    assertThat(seen).extracting(PayoutFile::debtor).containsExactly(Terms.DEBTOR, changed);
  }

  private static DayToFile closed(LocalDate day) {
    long days = ChronoUnit.DAYS.between(D, day);
    return new DayToFile(day, CUT_OFF.plusSeconds(days * 86_400), Terms.DEBTOR);
  }

  private List<Answer> pays(PayoutFile file) {
    handedOver.add(file.messageId());
    return file.payouts().stream().<Answer>map(one -> new Answer.Paid(one.id())).toList();
  }

  private List<Answer> refuses(PayoutFile file) {
    handedOver.add(file.messageId());
    return file.payouts().stream()
        .<Answer>map(one -> new Answer.Refused(one.id(), "AC01"))
        .toList();
  }

  private HandOver handOver(Bank bank, Set<Mode> modes) {
    return handOver(bank, modes, Map::of);
  }

  private HandOver handOver(Bank bank, Set<Mode> modes, HeldPayouts held) {
    Payees payees = new Payees("TR44");
    BankAnswers answers =
        new BankAnswers(
            stores.payablesStore(),
            stores.payoutStore(),
            new BankCalendars("tr-1"),
            payout -> payees.of(payout.head().merchantId()),
            work -> work.apply(new Taken(openDay, CUT_OFF.plusSeconds(60))));
    return new HandOver(
        files, stores.fileStore(), answers, payees, bank, new HandOver.Policy(modes, held, clock));
  }
}
