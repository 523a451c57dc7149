package io.openvpos.settlement.payout.bank;

import io.openvpos.settlement.iso20022.RefusedMessageException;
import io.openvpos.settlement.payout.BankAnswers;
import io.openvpos.settlement.payout.BankAnswers.Standing;
import io.openvpos.settlement.payout.PayoutFiles;
import io.openvpos.settlement.payout.domain.Bank.Answer;
import io.openvpos.settlement.payout.domain.FileStore;
import io.openvpos.settlement.payout.domain.FileStore.DueFile;
import io.openvpos.settlement.payout.domain.Payout;
import io.openvpos.settlement.payout.domain.PayoutFile;
import io.openvpos.settlement.payout.domain.Release;
import io.openvpos.settlement.payout.domain.ReleaseStore;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/// Takes in status reports that people hand in. A report of a file that is not at the bank, or of a
/// payment that is not in it, is refused whole.
public final class StatusReports {

  private final FileStore files;
  private final ReleaseStore releases;
  private final PayoutFiles content;
  private final BankAnswers answers;

  public StatusReports(
      FileStore files, ReleaseStore releases, PayoutFiles content, BankAnswers answers) {
    this.files = files;
    this.releases = releases;
    this.content = content;
    this.answers = answers;
  }

  /// What the report says of one payout.
  ///
  /// @param status paid, refused, duplicate
  /// @param fits false if it cannot be, by what is known already
  /// @param reason ISO 20022 code; empty of what is paid
  public record Said(String payoutId, String status, boolean fits, String reason) {}

  /// Everything that the report decides. Safe to repeat: what it changed fits it. Once the bank has
  /// answered for all of a file, the file is settled.
  ///
  /// @throws RefusedMessageException if the report is of nothing that is at the bank
  public List<Said> take(byte[] xml) {
    Checked checked = check(xml);
    Map<String, Payout> byId = checked.byId();
    List<Said> said = new ArrayList<>();
    for (Answer answer : checked.report().answers(checked.file())) {
      Payout payout = byId.get(answer.endToEndId());
      if (payout != null) {
        said.add(take(payout, answer));
      }
    }
    if (byId.values().stream().noneMatch(one -> answers.standing(one) == Standing.WAITING)) {
      files.settled(checked.file().messageId());
    }
    return said;
  }

  /// A report and the file that it is of.
  private record Checked(StatusReport report, PayoutFile file) {
    Map<String, Payout> byId() {
      return file.payouts().stream().collect(Collectors.toMap(Payout::id, Function.identity()));
    }
  }

  /// Whether it would be taken; changes nothing.
  ///
  /// @throws RefusedMessageException if the report is of nothing that is at the bank
  public void requireKnown(byte[] xml) {
    Checked _ = check(xml);
  }

  private Checked check(byte[] xml) {
    StatusReport report = StatusReport.read(xml);
    Checked checked = new Checked(report, content.contentOf(atBank(report.messageId())));
    Map<String, Payout> byId = checked.byId();
    for (String named : report.payments()) {
      if (!byId.containsKey(named)) {
        throw new RefusedMessageException("/payments/" + named, "unknown_payment");
      }
    }
    return checked;
  }

  private DueFile atBank(String messageId) {
    boolean released =
        releases
            .find(messageId)
            .filter(file -> file.release().status() == Release.Status.RELEASED)
            .isPresent();
    return files
        .find(messageId)
        .filter(_ -> released)
        .orElseThrow(() -> new RefusedMessageException("/file", "unknown_file"));
  }

  /// Where the payout stands is asked after the change: a statement that says otherwise may be
  /// taken at this very moment.
  private Said take(Payout payout, Answer answer) {
    return switch (answer) {
      case Answer.Paid _ -> {
        answers.paid(payout);
        boolean fits = answers.standing(payout) != Standing.REPLACED;
        yield new Said(payout.id(), "paid", fits, "");
      }
      case Answer.Refused refused -> {
        answers.refused(payout, refused.reason());
        boolean fits = answers.standing(payout) == Standing.REPLACED;
        yield new Said(payout.id(), "refused", fits, refused.reason());
      }
      case Answer.Duplicate duplicate ->
          new Said(
              payout.id(),
              "duplicate",
              answers.standing(payout) != Standing.WAITING,
              duplicate.reason());
    };
  }
}
