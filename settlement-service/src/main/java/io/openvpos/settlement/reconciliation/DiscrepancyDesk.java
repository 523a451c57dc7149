package io.openvpos.settlement.reconciliation;

import io.openvpos.settlement.reconciliation.domain.Discrepancy;
import io.openvpos.settlement.reconciliation.domain.Discrepancy.Note;
import io.openvpos.settlement.reconciliation.domain.Discrepancy.Outcome;
import io.openvpos.settlement.reconciliation.domain.Discrepancy.Resolution;
import io.openvpos.settlement.written.WrittenText;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Pattern;

/// What people do with exceptions. It moves no money: where money has to move, an adjustment of
/// merchant-service does, by its own four eyes, and the resolution names it.
public final class DiscrepancyDesk {

  private static final Pattern ADJUSTMENT = Pattern.compile("[A-Za-z0-9_-]{1,64}");

  /// How somebody says that it ends.
  ///
  /// @param kind one of [#KINDS]
  /// @param adjustmentId of merchant-service, with `adjusted` only; else empty
  public record Proposal(String kind, String note, String adjustmentId) {
    public static final String ADJUSTED = "adjusted";
    public static final List<String> KINDS = List.of("explained", "network_corrects", ADJUSTED);
  }

  private final Discrepancies discrepancies;
  private final Clock clock;

  public DiscrepancyDesk(Discrepancies discrepancies, Clock clock) {
    this.discrepancies = discrepancies;
    this.clock = clock;
  }

  public Outcome assign(String id, String owner) {
    return change(id, there -> there.assign(owner));
  }

  public Outcome note(String id, String by, String text) {
    return change(id, there -> there.note(new Note(clock.instant(), by, text)));
  }

  /// What is wrong with a proposal: codes of field errors by field, none if it can be made.
  public static Map<String, String> faults(Proposal proposal) {
    Map<String, String> faults = new LinkedHashMap<>();
    if (!Proposal.KINDS.contains(proposal.kind())) {
      faults.put("kind", proposal.kind().isEmpty() ? "required" : "invalid");
    }
    WrittenText.faultOfRequired(proposal.note()).ifPresent(code -> faults.put("note", code));
    boolean adjusted = proposal.kind().equals(Proposal.ADJUSTED);
    if (adjusted && proposal.adjustmentId().isEmpty()) {
      faults.put("adjustment_id", "required");
    } else if (adjusted != ADJUSTMENT.matcher(proposal.adjustmentId()).matches()) {
      faults.put("adjustment_id", "invalid");
    }
    return faults;
  }

  /// The first of two people says how it ends.
  public Outcome propose(String id, Proposal proposal, String by) {
    Resolution proposed =
        new Resolution(
            proposal.kind(), proposal.adjustmentId(), proposal.note(), by, clock.instant());
    return change(id, there -> there.propose(proposed));
  }

  public Outcome confirm(String id, String by) {
    return change(id, there -> there.confirm(by));
  }

  private Outcome change(String id, Function<Discrepancy, Outcome> decide) {
    while (true) {
      Outcome outcome = decide.apply(discrepancies.find(id).orElseThrow());
      if (!(outcome instanceof Outcome.Changed(Discrepancy to)) || discrepancies.save(to)) {
        return outcome;
      }
    }
  }
}
