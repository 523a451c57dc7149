package io.openvpos.settlement.payout;

import io.openvpos.calendar.BankCalendars;
import io.openvpos.money.Mode;
import io.openvpos.settlement.payout.domain.Bank;
import io.openvpos.settlement.payout.domain.Bank.Answer;
import io.openvpos.settlement.payout.domain.Beneficiaries;
import io.openvpos.settlement.payout.domain.FileStore;
import io.openvpos.settlement.payout.domain.FileStore.DueFile;
import io.openvpos.settlement.payout.domain.Payables;
import io.openvpos.settlement.payout.domain.Payables.Change;
import io.openvpos.settlement.payout.domain.PayablesStore;
import io.openvpos.settlement.payout.domain.PayablesStore.Stored;
import io.openvpos.settlement.payout.domain.Payout;
import io.openvpos.settlement.payout.domain.PayoutFile;
import io.openvpos.settlement.payout.domain.PayoutStore;
import io.openvpos.settlement.payout.domain.Reissue;
import io.openvpos.settlement.payout.domain.Taken;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Hands due files to the bank and takes its answers in. A crash anywhere repeats the hand-over;
/// the bank knows a file by its message id, and an answer taken in once finds nothing the second
/// time.
public final class HandOver {

  private static final Logger LOGGER = LoggerFactory.getLogger(HandOver.class);

  private final PayoutFiles content;
  private final FileStore files;
  private final PayoutStore payouts;
  private final PayablesStore payables;
  private final Beneficiaries beneficiaries;
  private final BankCalendars calendars;
  private final Bank bank;
  private final Policy policy;
  private final OpenDay openDay;
  private final UndecidedFiles undecidedFiles;

  /// Runs work with the business day open now; the day does not end before the work has.
  public interface OpenDay {
    boolean within(Function<Taken, Boolean> work);
  }

  /// What a hand-over reads and changes.
  public record Stores(
      PayoutFiles content, FileStore files, PayoutStore payouts, PayablesStore payables) {}

  /// Whose files go to this bank, and the clock by which undecided ones are handed over again.
  public record Policy(Set<Mode> modes, Clock clock) {
    public Policy {
      modes = Set.copyOf(modes);
    }
  }

  public HandOver(
      Stores stores,
      Beneficiaries beneficiaries,
      BankCalendars calendars,
      Bank bank,
      Policy policy,
      OpenDay openDay) {
    content = stores.content();
    files = stores.files();
    payouts = stores.payouts();
    payables = stores.payables();
    this.beneficiaries = beneficiaries;
    this.calendars = calendars;
    this.bank = bank;
    this.policy = policy;
    this.openDay = openDay;
    undecidedFiles = new UndecidedFiles(policy.clock());
  }

  /// The reason code of each file that the bank calls a duplicate: it may have paid already, so
  /// somebody has to ask it. Known until the bank decides.
  public Map<String, String> duplicates() {
    return undecidedFiles.duplicates();
  }

  /// Hands over every due file once; one that the bank has left undecided only after a while. A
  /// file that the bank did not take holds up no other one and is told at the end.
  public void run() {
    // What the bank refuses is given out again at once, to the account that counts.
    if (!beneficiaries.complete()) {
      return;
    }
    List<RuntimeException> failures = new ArrayList<>();
    for (DueFile due : files.open()) {
      if (policy.modes().contains(due.mode()) && undecidedFiles.isDue(due.messageId())) {
        try {
          handOver(due);
        } catch (RuntimeException e) {
          failures.add(e);
        }
      }
    }
    if (!failures.isEmpty()) {
      throw failures.getFirst();
    }
  }

  private void handOver(DueFile due) {
    PayoutFile file = content.contentOf(due);
    Map<String, Payout> waiting =
        file.payouts().stream().collect(Collectors.toMap(Payout::id, Function.identity()));
    List<Answer> answers = bank.handOver(file);
    Set<String> undecided = new HashSet<>(waiting.keySet());
    for (Answer answer : answers) {
      Payout payout = waiting.get(answer.endToEndId());
      if (payout == null) {
        LOGGER.error("the bank answers {} for a payout that is not in it", due.messageId());
      } else if (decided(payout, answer)) {
        undecided.remove(payout.id());
      }
    }
    if (undecided.isEmpty()) {
      files.settled(due.messageId());
      undecidedFiles.decided(due.messageId());
      LOGGER.info("file {} is settled: {} payouts", due.messageId(), waiting.size());
    } else {
      Optional<String> duplicate = duplicate(answers, undecided);
      duplicate.ifPresent(
          reason -> LOGGER.error("the bank calls {} a duplicate: {}", due.messageId(), reason));
      undecidedFiles.undecided(due.messageId(), duplicate);
    }
  }

  /// A duplicate says nothing of a payout that is waiting; of one that was decided before, that is
  /// known here already.
  private boolean decided(Payout payout, Answer answer) {
    if (answer instanceof Answer.Duplicate) {
      return payables
          .find(payout.head())
          .filter(stored -> stored.payables().isWaiting(payout.id()))
          .isEmpty();
    }
    take(payout, answer);
    return true;
  }

  private static Optional<String> duplicate(List<Answer> answers, Set<String> undecided) {
    return answers.stream()
        .filter(answer -> undecided.contains(answer.endToEndId()))
        .filter(Answer.Duplicate.class::isInstance)
        .map(answer -> ((Answer.Duplicate) answer).reason())
        .findFirst();
  }

  private void take(Payout payout, Answer answer) {
    boolean done = false;
    while (!done) {
      done = openDay.within(taken -> takeOnce(payout, answer, taken));
    }
  }

  /// False if the head changed meanwhile and the answer is to be taken again.
  private boolean takeOnce(Payout payout, Answer answer, Taken taken) {
    Optional<Stored> read = payables.find(payout.head());
    if (read.isEmpty()) {
      throw new IllegalStateException("no payables of " + payout.head());
    }
    Optional<Change> change = decide(read.get().payables(), payout, answer, taken);
    if (change.isEmpty()) {
      return true;
    }
    if (!payables.replace(read.get(), change.get())) {
      return false;
    }
    change.get().instructed().ifPresent(reissue -> payouts.insertMissing(List.of(reissue)));
    return true;
  }

  private Optional<Change> decide(Payables head, Payout payout, Answer answer, Taken taken) {
    return switch (answer) {
      case Answer.Paid _ -> head.confirm(payout.id(), taken);
      case Answer.Duplicate _ -> Optional.empty();
      case Answer.Refused refused ->
          head.reject(
              payout.id(),
              refused.reason(),
              new Reissue(
                  taken,
                  calendars.current().firstAfter(taken.day()),
                  beneficiaries.of(payout.head().merchantId())));
    };
  }
}
