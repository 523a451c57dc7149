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
  ///
  /// @param authenticates whether shoppers of the merchant will have to be authenticated
  public boolean complete(boolean authenticates) {
    return Stream.of(CertificationItem.values())
        .filter(item -> item.requiredOf(authenticates))
        .allMatch(item -> of(item).isPresent());
  }
}
