package io.openvpos.merchant.golive.domain;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// A merchant's checklist: the first evidence of each item counts.
public record Certification(List<Tick> ticks) {

  public Certification {
    ticks = List.copyOf(ticks);
  }

  public Optional<Tick> of(CertificationItem item) {
    return ticks.stream().filter(tick -> tick.item() == item).findFirst();
  }

  /// Whether everything that must be shown has been.
  public boolean complete() {
    return Stream.of(CertificationItem.values())
        .filter(CertificationItem::required)
        .allMatch(item -> of(item).isPresent());
  }
}
