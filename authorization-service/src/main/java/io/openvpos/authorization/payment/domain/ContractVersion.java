package io.openvpos.authorization.payment.domain;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;

/// A version of the merchant's contract and the first business day that it prices.
public record ContractVersion(int version, LocalDate fromDay) {

  /// The version in force on a business day: the last that begins on or before it. The first one
  /// holds for every day.
  static int on(LocalDate salesDay, List<ContractVersion> versions) {
    Invariant.check(!versions.isEmpty(), "a contract is stored before its first profile");
    List<ContractVersion> ordered =
        versions.stream()
            .sorted(
                Comparator.comparing(ContractVersion::fromDay)
                    .thenComparingInt(ContractVersion::version))
            .toList();
    return ordered.stream()
        .filter(version -> !version.fromDay().isAfter(salesDay))
        .reduce((earlier, later) -> later)
        .orElse(ordered.getFirst())
        .version();
  }
}
