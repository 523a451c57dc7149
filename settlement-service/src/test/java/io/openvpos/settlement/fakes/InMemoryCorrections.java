package io.openvpos.settlement.fakes;

import io.openvpos.settlement.payout.correction.Correction;
import io.openvpos.settlement.payout.correction.Corrections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// Corrections in memory.
public final class InMemoryCorrections implements Corrections {

  private final Faults faults;
  private final Map<String, Correction> corrections = new TreeMap<>();

  public InMemoryCorrections(Faults faults) {
    this.faults = faults;
  }

  @Override
  public Optional<Correction> find(String id) {
    return Optional.ofNullable(corrections.get(id));
  }

  @Override
  public boolean save(Correction changed) {
    return faults.around(() -> {
      Correction before = corrections.get(changed.id());
      if ((before == null ? 0 : before.version()) != changed.version()) {
        return false;
      }
      corrections.put(changed.id(), copy(changed, changed.applied()));
      return true;
    });
  }

  @Override
  public List<Correction> toApply() {
    return corrections.values().stream().filter(one -> !one.applied()).toList();
  }

  @Override
  public void applied(Correction seen) {
    faults.around(() ->
        corrections.computeIfPresent(
            seen.id(), (_, one) -> one.version() == seen.version() ? copy(one, true) : one));
  }

  private static Correction copy(Correction one, boolean applied) {
    return new Correction(
        one.id(),
        one.version() + 1,
        one.head(),
        one.day(),
        one.proposed(),
        one.approved(),
        applied,
        one.steps());
  }
}
