package io.openvpos.sandbox.network;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// What the issuer holds under one RRN, in minor units: the side of invariant 4 that only the
/// network's own log can tell.
///
/// @param rrn DE 37
/// @param currency DE 49
/// @param approvals how many requests were approved; more than one is a double charge
/// @param approved the amount approved
/// @param reversals distinct acknowledged reversals
/// @param remaining the smallest amount that a reversal left; `approved` without one
public record NetworkPosition(
    String rrn, String currency, int approvals, long approved, int reversals, long remaining) {

  /// Approved less the acknowledged distinct reversals.
  public long outstanding() {
    return Math.min(approved, remaining);
  }

  /// Folds the log into one position for each RRN, in order of first appearance.
  public static Map<String, NetworkPosition> of(List<NetworkRecord> records) {
    Map<String, NetworkPosition> positions = new LinkedHashMap<>();
    for (NetworkRecord entry : records) {
      if (entry.isApproval() || entry.isCountedReversal()) {
        positions.merge(
            entry.rrn(),
            of(entry),
            (before, next) ->
                new NetworkPosition(
                    before.rrn,
                    before.currency,
                    before.approvals + next.approvals,
                    before.approved + next.approved,
                    before.reversals + next.reversals,
                    Math.min(before.remaining, next.remaining)));
      }
    }
    return positions;
  }

  private static NetworkPosition of(NetworkRecord entry) {
    Long left = entry.remaining();
    return left == null
        ? new NetworkPosition(entry.rrn(), entry.currency(), 1, entry.amount(), 0, Long.MAX_VALUE)
        : new NetworkPosition(entry.rrn(), entry.currency(), 0, 0, 1, left);
  }
}
