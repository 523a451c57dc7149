package io.openvpos.settlement.payout;

import io.openvpos.money.Mode;
import io.openvpos.settlement.payout.BankAnswers.Standing;
import io.openvpos.settlement.payout.domain.Bank;
import io.openvpos.settlement.payout.domain.Bank.Answer;
import io.openvpos.settlement.payout.domain.Beneficiaries;
import io.openvpos.settlement.payout.domain.FileStore;
import io.openvpos.settlement.payout.domain.FileStore.DueFile;
import io.openvpos.settlement.payout.domain.HeldPayouts;
import io.openvpos.settlement.payout.domain.Payout;
import io.openvpos.settlement.payout.domain.PayoutFile;
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
  private final BankAnswers answers;
  private final Beneficiaries beneficiaries;
  private final Bank bank;
  private final Policy policy;
  private final UndecidedFiles undecidedFiles;

  /// Runs work with the business day open now; the day does not end before the work has.
  public interface OpenDay {
    boolean within(Function<Taken, Boolean> work);
  }

  /// Whose files go to this bank, whose re-issues do not for the time being, and the clock by which
  /// undecided ones are handed over again.
  public record Policy(Set<Mode> modes, HeldPayouts held, Clock clock) {
    public Policy {
      modes = Set.copyOf(modes);
    }

    /// Where nothing is held.
    public Policy(Set<Mode> modes, Clock clock) {
      this(modes, Map::of, clock);
    }
  }

  public HandOver(
      PayoutFiles content,
      FileStore files,
      BankAnswers answers,
      Beneficiaries beneficiaries,
      Bank bank,
      Policy policy) {
    this.content = content;
    this.files = files;
    this.answers = answers;
    this.beneficiaries = beneficiaries;
    this.bank = bank;
    this.policy = policy;
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
      if (policy.modes().contains(due.mode())
          && undecidedFiles.isDue(due.messageId())
          && !isHeld(due)) {
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

  /// A re-issue of a merchant whose payouts are held waits here. The file of a close does not: who
  /// was held then is not in it.
  private boolean isHeld(DueFile due) {
    Map<String, String> held = due.payoutId() == null ? Map.of() : policy.held().merchants();
    return !held.isEmpty()
        && content.contentOf(due).payouts().stream()
            .allMatch(payout -> held.containsKey(payout.head().merchantId()));
  }

  private void handOver(DueFile due) {
    PayoutFile file = content.contentOf(due);
    Map<String, Payout> waiting =
        file.payouts().stream().collect(Collectors.toMap(Payout::id, Function.identity()));
    List<Answer> said = bank.handOver(file);
    Set<String> undecided = new HashSet<>(waiting.keySet());
    for (Answer answer : said) {
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
      Optional<String> duplicate = duplicate(said, undecided);
      duplicate.ifPresent(
          reason -> LOGGER.error("the bank calls {} a duplicate: {}", due.messageId(), reason));
      undecidedFiles.undecided(due.messageId(), duplicate);
    }
  }

  /// A duplicate says nothing of a payout that is waiting; of one that was decided before, that is
  /// known here already.
  private boolean decided(Payout payout, Answer answer) {
    switch (answer) {
      case Answer.Duplicate _ -> {
        return answers.standing(payout) != Standing.WAITING;
      }
      case Answer.Paid _ -> answers.paid(payout);
      case Answer.Refused refused -> answers.refused(payout, refused.reason());
    }
    return true;
  }

  private static Optional<String> duplicate(List<Answer> said, Set<String> undecided) {
    return said.stream()
        .filter(answer -> undecided.contains(answer.endToEndId()))
        .filter(Answer.Duplicate.class::isInstance)
        .map(answer -> ((Answer.Duplicate) answer).reason())
        .findFirst();
  }
}
