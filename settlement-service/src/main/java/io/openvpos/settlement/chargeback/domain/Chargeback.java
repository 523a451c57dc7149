package io.openvpos.settlement.chargeback.domain;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/// One case between a merchant and an issuer. Every change is a method of the state that it is
/// legal from; what the network says is taken once by its record, however often it is read.
///
/// @param version of the stored document; 1 when opened
/// @param claim the newest one
/// @param facts how many the ledger was told
/// @param evidence files sent in, of every cycle
/// @param steps oldest first
/// @param refused records of claims that came out of turn; none of them is ever made
public record Chargeback(
    String id,
    long version,
    ChargebackStatus status,
    DisputedSale sale,
    Claim claim,
    int facts,
    List<EvidenceFile> evidence,
    List<Step> steps,
    List<String> refused) {

  /// Enough for any case; a document stays small.
  public static final int MAX_EVIDENCE = 10;

  private static final String NETWORK = "network";

  public Chargeback {
    evidence = List.copyOf(evidence);
    steps = List.copyOf(steps);
    refused = List.copyOf(refused);
  }

  /// A new case, by a clearing record.
  public static Move.Made open(
      String id, DisputedSale sale, Claim claim, String item, Booked booked) {
    Step step = new Step("received", booked.at(), NETWORK, item, claim.reason());
    Chargeback opened =
        new Chargeback(
            id, 1, ChargebackStatus.RECEIVED, sale, claim, 1, List.of(), List.of(step), List.of());
    return new Move.Made(opened, new ChargebackFact(opened, 1, true, booked));
  }

  /// The issuer claims again, after it had lost. A record that was refused stays refused, also
  /// where it would fit by now.
  public Move claimAgain(Claim again, String item, Booked booked) {
    if (knows(item)) {
      return new Move.Repeated(this);
    }
    boolean inTurn = status == ChargebackStatus.WON && again.cycle() == claim.cycle() + 1;
    if (!inTurn || refused.contains(item)) {
      return new Move.Refused("chargeback_unexpected");
    }
    Step step = new Step("received", booked.at(), NETWORK, item, again.reason());
    return told(ChargebackStatus.RECEIVED, again, step, true, booked);
  }

  /// With a record that was refused.
  public Move.Made refuse(String item) {
    List<String> more = new ArrayList<>(refused);
    more.add(item);
    return new Move.Made(
        new Chargeback(id, version + 1, status, sale, claim, facts, evidence, steps, more), null);
  }

  /// True if this clearing record was a claim out of turn.
  public boolean hasRefused(String item) {
    return refused.contains(item);
  }

  /// The merchant disagrees and sends evidence.
  ///
  /// @param today in the zone that deadlines are counted in
  public Move represent(LocalDate today, List<EvidenceFile> files, Step step) {
    if (status == ChargebackStatus.REPRESENTED) {
      return new Move.Refused("chargeback_represented");
    }
    if (status != ChargebackStatus.RECEIVED) {
      return new Move.Refused("chargeback_closed");
    }
    if (today.isAfter(claim.respondBy())) {
      return new Move.Refused("chargeback_too_late");
    }
    List<EvidenceFile> all = new ArrayList<>(evidence);
    files.stream().filter(file -> !all.contains(file)).forEach(all::add);
    if (all.size() > MAX_EVIDENCE) {
      return new Move.Refused("chargeback_evidence_full");
    }
    return new Move.Made(moved(ChargebackStatus.REPRESENTED, claim, all, facts, step), null);
  }

  /// The merchant gives in.
  public Move accept(Step step) {
    return switch (status) {
      case ACCEPTED -> new Move.Repeated(this);
      case RECEIVED ->
          new Move.Made(moved(ChargebackStatus.ACCEPTED, claim, evidence, facts, step), null);
      case REPRESENTED, WON, LOST -> new Move.Refused("chargeback_closed");
    };
  }

  /// Nobody answered in time.
  public Move lapse(LocalDate today, Instant at) {
    return status == ChargebackStatus.RECEIVED && today.isAfter(claim.respondBy())
        ? accept(new Step("accepted", at, "deadline", "", ""))
        : new Move.Refused("chargeback_not_lapsed");
  }

  /// The network decides for the merchant, or the issuer withdraws.
  public Move win(long amount, String item, Booked booked) {
    if (knows(item)) {
      return new Move.Repeated(this);
    }
    boolean open = status == ChargebackStatus.RECEIVED || status == ChargebackStatus.REPRESENTED;
    if (!open || amount != claim.amount()) {
      return new Move.Refused("chargeback_unexpected");
    }
    Step step = new Step("won", booked.at(), NETWORK, item, "");
    return told(ChargebackStatus.WON, claim, step, false, booked);
  }

  /// The network decides for the issuer. The money is with it already.
  public Move lose(String item, Instant at) {
    if (knows(item)) {
      return new Move.Repeated(this);
    }
    if (status != ChargebackStatus.REPRESENTED) {
      return new Move.Refused("chargeback_unexpected");
    }
    Step step = new Step("lost", at, NETWORK, item, "");
    return new Move.Made(moved(ChargebackStatus.LOST, claim, evidence, facts, step), null);
  }

  /// True once this clearing record has moved the case.
  public boolean knows(String item) {
    return steps.stream().anyMatch(step -> !item.isEmpty() && step.item().equals(item));
  }

  /// What the issuer holds of the sale by this case, in minor units.
  public long held() {
    return status == ChargebackStatus.WON ? 0 : claim.amount();
  }

  private Move.Made told(
      ChargebackStatus to, Claim by, Step step, boolean received, Booked booked) {
    Chargeback changed = moved(to, by, evidence, facts + 1, step);
    return new Move.Made(changed, new ChargebackFact(changed, facts + 1, received, booked));
  }

  private Chargeback moved(
      ChargebackStatus to, Claim by, List<EvidenceFile> files, int told, Step step) {
    List<Step> more = new ArrayList<>(steps);
    more.add(step);
    return new Chargeback(id, version + 1, to, sale, by, told, files, more, refused);
  }
}
