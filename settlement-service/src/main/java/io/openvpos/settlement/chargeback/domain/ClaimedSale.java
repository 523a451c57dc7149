package io.openvpos.settlement.chargeback.domain;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The claims of one sale that are about to be made. Each is written here before its case has it,
/// so that two that are taken at once, each in a case of its own, know of each other.
///
/// @param arn of the capture
/// @param version as stored; 0 before the first claim
/// @param coming one that its case knows by now counts there alone
public record ClaimedSale(String arn, long version, List<Coming> coming) {

  /// A claim before its case has it.
  ///
  /// @param item the network's record that makes it
  /// @param amount minor units
  public record Coming(String item, String chargebackId, long amount) {}

  public ClaimedSale {
    coming = List.copyOf(coming);
  }

  /// Nothing was claimed of it yet.
  public static ClaimedSale none(String arn) {
    return new ClaimedSale(arn, 0, List.of());
  }

  /// With one claim more; empty if that would be more than was captured.
  ///
  /// @param captured minor units
  /// @param cases all of the sale, read after this was
  public Optional<ClaimedSale> with(Coming claim, long captured, List<Chargeback> cases) {
    List<Coming> others =
        coming.stream()
            .filter(one -> !one.item().equals(claim.item()))
            .filter(one -> cases.stream().noneMatch(there -> made(one, there)))
            .toList();
    Map<String, Long> held = new HashMap<>();
    cases.forEach(there -> held.put(there.id(), there.held()));
    others.forEach(one -> held.merge(one.chargebackId(), one.amount(), Math::max));
    held.remove(claim.chargebackId());
    if (claim.amount() > captured - held.values().stream().reduce(0L, Math::addExact)) {
      return Optional.empty();
    }
    List<Coming> more = new ArrayList<>(others);
    more.add(claim);
    return Optional.of(new ClaimedSale(arn, version, more));
  }

  /// Without a claim that its case refused.
  public ClaimedSale without(String item) {
    return new ClaimedSale(
        arn, version, coming.stream().filter(one -> !one.item().equals(item)).toList());
  }

  private static boolean made(Coming one, Chargeback there) {
    return there.id().equals(one.chargebackId()) && there.knows(one.item());
  }
}
