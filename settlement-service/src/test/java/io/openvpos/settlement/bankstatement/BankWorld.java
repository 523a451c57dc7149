package io.openvpos.settlement.bankstatement;

import static io.openvpos.settlement.fakes.Lines.HEAD;

import io.openvpos.calendar.BankCalendars;
import io.openvpos.money.Mode;
import io.openvpos.settlement.bankstatement.domain.BankDifference;
import io.openvpos.settlement.batch.domain.Due;
import io.openvpos.settlement.fakes.BankStores;
import io.openvpos.settlement.fakes.BankTexts;
import io.openvpos.settlement.fakes.Faults;
import io.openvpos.settlement.fakes.InMemoryStores;
import io.openvpos.settlement.fakes.MutableClock;
import io.openvpos.settlement.fakes.Terms;
import io.openvpos.settlement.payout.BankAnswers;
import io.openvpos.settlement.payout.PayoutFiles;
import io.openvpos.settlement.payout.bank.StatusReports;
import io.openvpos.settlement.payout.domain.Beneficiary;
import io.openvpos.settlement.payout.domain.DayToFold;
import io.openvpos.settlement.payout.domain.FileStore.DueFile;
import io.openvpos.settlement.payout.domain.Payables;
import io.openvpos.settlement.payout.domain.PayablesStore;
import io.openvpos.settlement.payout.domain.Payout;
import io.openvpos.settlement.payout.domain.PayoutId;
import io.openvpos.settlement.payout.domain.Release;
import io.openvpos.settlement.payout.domain.ReleaseStore;
import io.openvpos.settlement.payout.domain.ReleaseStore.FileToRelease;
import io.openvpos.settlement.payout.domain.Taken;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// One merchant's payout of 97.90 that is at the bank, and the room that takes the bank's messages.
final class BankWorld {

  static final LocalDate D = LocalDate.parse("2026-11-23");
  static final Instant CUT_OFF = Instant.parse("2026-11-23T21:00:00Z");
  static final String PAYOUT = PayoutId.of(HEAD, D, 0);
  static final String REISSUE = PayoutId.of(HEAD, D, 1);
  static final String FILE = "VPOS-2026-11-23-test-TRY";

  final InMemoryStores stores;
  final BankStores bank;
  final MutableClock clock = new MutableClock(CUT_OFF.plusSeconds(60));
  final Set<String> held = new HashSet<>();

  /// What happens elsewhere while a refusal is being taken.
  Runnable whileRefusing = () -> {};

  final BankAnswers answers;
  final BankMessageIntake intake;

  BankWorld() {
    this(Faults.none());
  }

  BankWorld(Faults faults) {
    stores = new InMemoryStores(faults);
    bank = new BankStores(faults);
    PayoutFiles files =
        new PayoutFiles(stores.payablesStore(), stores.payoutStore(), stores.fileStore());
    answers =
        new BankAnswers(
            stores.payablesStore(),
            stores.payoutStore(),
            new BankCalendars("tr-1"),
            _ -> {
              whileRefusing.run();
              return new Beneficiary("TR320010009999901234567890", "Shop");
            },
            work -> work.apply(new Taken(D.plusDays(1), clock.instant())));
    intake =
        new BankMessageIntake(
            new BankMessageIntake.Stores(bank, bank.differences(), bank),
            new BookingMatcher(stores.payoutStore(), bank, answers, List.of("OVPNET-")),
            new StatusReports(stores.fileStore(), releases(), files, answers),
            clock);
  }

  /// Once its file is made, the payout is at the bank.
  BankWorld begin() {
    Payables.Change change =
        Payables.none(HEAD)
            .fold(
                new DayToFold(D, CUT_OFF, D.plusDays(1)),
                List.of(new Due(D.plusDays(1), 97_90)),
                () -> new Beneficiary(BankTexts.ACCOUNT, "Shop"))
            .orElseThrow();
    stores.payables.put(HEAD.id(), new PayablesStore.Stored(change.next(), 1));
    stores.payoutFacts.addAll(change.facts());
    Payout payout = change.instructed().orElseThrow();
    stores.payouts.put(payout.id(), payout);
    stores.dueFiles.put(FILE, new DueFile(FILE, D, Mode.TEST, "TRY", CUT_OFF, Terms.DEBTOR, null));
    return this;
  }

  Map<String, Long> take(byte[] message) {
    return Objects.requireNonNull(intake.take(message, "f1").message().result()).counts();
  }

  List<String> facts() {
    return stores.payoutFacts.stream().map(fact -> fact.getClass().getSimpleName()).toList();
  }

  List<String> differences() {
    return bank.differences.values().stream().map(BankDifference::kind).toList();
  }

  private ReleaseStore releases() {
    return new ReleaseStore() {
      @Override
      public Optional<FileToRelease> find(String messageId) {
        return Optional.ofNullable(stores.dueFiles.get(messageId))
            .map(file ->
                new FileToRelease(
                    messageId,
                    file.day(),
                    file.mode(),
                    file.currency(),
                    null,
                    1,
                    97_90,
                    false,
                    held.contains(messageId) ? Release.WAITING : Release.AUTOMATIC,
                    1));
      }

      @Override
      public List<FileToRelease> list(
          @Nullable LocalDate day,
          Release.@Nullable Status status,
          @Nullable String startingAfter,
          int limit) {
        return List.of();
      }

      @Override
      public boolean replace(FileToRelease read, Release next) {
        return false;
      }
    };
  }
}
