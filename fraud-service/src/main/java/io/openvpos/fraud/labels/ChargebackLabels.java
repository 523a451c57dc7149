package io.openvpos.fraud.labels;

import io.openvpos.fraud.assessment.Assessment;
import io.openvpos.fraud.assessment.Assessments;
import io.openvpos.fraud.lists.ListDesk;
import io.openvpos.fraud.lists.domain.ListEntity;
import io.openvpos.fraud.lists.domain.ListEntry;
import io.openvpos.fraud.lists.domain.ListName;
import io.openvpos.fraud.lists.domain.ListPurpose;
import io.openvpos.money.Mode;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/// Learns from chargebacks: a fraud reason labels the payment and puts its card on a list. Each
/// write is made once however often the fact comes.
public final class ChargebackLabels {

  /// Stolen cards are replaced long before.
  private static final Duration STANDS_FOR = Duration.ofDays(365);

  private static final String SOURCE = ListEntry.CHARGEBACK;

  private final Labels labels;
  private final Assessments assessments;
  private final ListDesk lists;
  private final ListName list;

  /// @param purpose the kind of list that cards go to
  public ChargebackLabels(
      Labels labels, Assessments assessments, ListDesk lists, ListPurpose purpose) {
    this.labels = labels;
    this.assessments = assessments;
    this.lists = lists;
    this.list = ListName.of(purpose, ListEntity.CARD);
  }

  /// A fact of a chargeback's case.
  ///
  /// @param eventId unique for ever
  /// @param at when it became known
  public record Fact(
      String eventId, String chargebackId, String paymentId, Mode mode, Instant at) {}

  /// The issuer took money back. The label comes last: with it, all of the fact was heard.
  ///
  /// @param reason the network's code
  public void received(Fact fact, String reason) {
    if (!FraudReasons.isFraud(reason) || labels.find(fact.eventId()).isPresent()) {
      return;
    }
    String card = card(fact.paymentId());
    if (!card.isEmpty()) {
      lists.addOnce(
          new ListDesk.Wish(
              list,
              card,
              fact.mode(),
              SOURCE + " " + fact.chargebackId() + ", " + reason,
              SOURCE,
              fact.at().plus(STANDS_FOR)),
          SOURCE);
    }
    labels.add(label(fact, card, true, SOURCE, reason));
  }

  /// The merchant won: the cardholder had paid. Says nothing where the chargeback had another
  /// reason than fraud.
  public void reversed(Fact fact) {
    List<Label> known = labels.ofPayment(fact.paymentId());
    if (known.stream().noneMatch(label -> label.source().equals(SOURCE))) {
      return;
    }
    String card = card(fact.paymentId());
    labels.add(label(fact, card, false, "chargeback_reversed", ""));
    boolean otherFraud =
        labels.ofCard(card).stream()
            .map(Label::paymentId)
            .distinct()
            .anyMatch(payment -> Label.verdict(labels.ofPayment(payment)).orElse(false));
    if (!card.isEmpty() && !otherFraud) {
      lists.removeOwn(list, card, fact.mode(), SOURCE);
    }
  }

  private static Label label(Fact fact, String card, boolean fraud, String source, String reason) {
    return new Label(
        fact.eventId(), fact.paymentId(), card, fraud, source, reason, fact.at(), source);
  }

  private String card(String paymentId) {
    List<Assessment> found = assessments.ofPayment(paymentId);
    return found.isEmpty() ? "" : found.getLast().cardFingerprint();
  }
}
