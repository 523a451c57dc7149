package io.openvpos.sandbox.verify.checks;

import io.openvpos.sandbox.network.NetworkRecord;
import java.util.HashMap;
import java.util.Map;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/// What the issuer saw and holds under each RRN, folded from the network's own log one message at a
/// time; otherwise the same fold as `NetworkPosition`. Questions about points hold nothing and
/// leave nothing at the acquirer: they are not looked at.
final class IssuerLog {

  /// The issuer's side of one RRN.
  static final class Position {

    private String currency = "";
    private int requests;
    private int approvals;
    private long approved;
    private long remaining = Long.MAX_VALUE;
    private boolean claimed;

    int requests() {
      return requests;
    }

    int approvals() {
      return approvals;
    }

    String currency() {
      return currency;
    }

    /// Approved, less what distinct acknowledged reversals took back.
    long outstanding() {
      return Math.min(approved, remaining);
    }
  }

  private final Map<String, Position> positions = new HashMap<>();

  void add(NetworkRecord message) {
    boolean request = message.mti().equals("0100") || message.mti().equals("0200");
    Long remaining = message.remaining();
    if ((!request && remaining == null) || message.isInquiry()) {
      return;
    }
    Position position = positions.computeIfAbsent(message.rrn(), _ -> new Position());
    if (request) {
      position.requests++;
      position.currency = message.currency().intern();
    }
    if (message.isApproval()) {
      position.approvals++;
      position.approved += message.amount();
    }
    if (message.isCountedReversal() && remaining != null) {
      position.remaining = Math.min(position.remaining, remaining);
    }
  }

  @Nullable Position of(String rrn) {
    return positions.get(rrn);
  }

  /// Says that a payment or refund is behind the RRN; false if another one said so before.
  boolean claim(String rrn) {
    Position position = positions.computeIfAbsent(rrn, _ -> new Position());
    boolean first = !position.claimed;
    position.claimed = true;
    return first;
  }

  void forEachUnclaimed(BiConsumer<String, Position> each) {
    positions.forEach((rrn, position) -> {
      if (!position.claimed) {
        each.accept(rrn, position);
      }
    });
  }

  int size() {
    return positions.size();
  }
}
