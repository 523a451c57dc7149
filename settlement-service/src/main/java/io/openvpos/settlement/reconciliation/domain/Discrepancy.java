package io.openvpos.settlement.reconciliation.domain;

import io.openvpos.money.Mode;
import io.openvpos.settlement.matter.OpenMatter;
import io.openvpos.settlement.matter.domain.Matter;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// Something that the two sides do not agree on.
///
/// @param version as stored
/// @param kind a class that is not matched, or the code of a chargeback record that fits nothing
/// @param merchantId empty where nobody's
public record Discrepancy(
    String id,
    long version,
    LocalDate day,
    Mode mode,
    String kind,
    @Nullable Item ours,
    @Nullable Item theirs,
    String merchantId,
    Matter matter)
    implements OpenMatter<Discrepancy> {

  @Override
  public Discrepancy with(Matter next) {
    return new Discrepancy(id, version, day, mode, kind, ours, theirs, merchantId, next);
  }
}
