package io.openvpos.settlement.bankstatement.domain;

import io.openvpos.settlement.matter.OpenMatter;
import io.openvpos.settlement.matter.domain.Matter;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// Something the bank says that fits nothing here.
///
/// @param version as stored; 0 of one that is not
/// @param kind what does not fit
/// @param booking null of what a status report says
/// @param payoutId empty if it names none of ours
/// @param detail what a status report says; else empty
public record BankDifference(
    String id,
    long version,
    String messageId,
    String kind,
    @Nullable Booking booking,
    String payoutId,
    String detail,
    Matter matter)
    implements OpenMatter<BankDifference> {

  /// A new one, nobody's.
  public static BankDifference open(
      String id, String messageId, Finding found, @Nullable Booking booking, Instant at) {
    return new BankDifference(
        id, 0, messageId, found.difference(), booking, found.payoutId(), "", Matter.open(at));
  }

  /// A new one of a status report.
  public static BankDifference told(
      String id, String messageId, String kind, String payoutId, String detail, Instant at) {
    return new BankDifference(id, 0, messageId, kind, null, payoutId, detail, Matter.open(at));
  }

  @Override
  public BankDifference with(Matter next) {
    return new BankDifference(id, version, messageId, kind, booking, payoutId, detail, next);
  }
}
