package io.openvpos.settlement.certificate.domain;

import io.openvpos.settlement.batch.domain.LedgerMark;
import io.openvpos.settlement.batch.domain.SourceHolds;
import java.util.Collection;

/// What a day did to cardholders' holds, in minor units: the first link of the chain of control
/// totals.
///
/// @param count approvals of issuers
/// @param amount their sum, and increments of holds that ended
/// @param captured the sum of the `captures`
/// @param givenUp voided, expired, or the rest of a final capture
/// @param opening still held before the day, of what was authorized since holds are certified
public record CertifiedHolds(
    long count, long amount, long captures, long captured, long givenUp, long opening) {

  static CertifiedHolds opening(long opening) {
    return new CertifiedHolds(0, 0, 0, 0, 0, opening);
  }

  /// Still held after the day. Below zero where a capture was stamped with an earlier day than its
  /// authorization, or where the authorization is older than the count.
  public long open() {
    return Math.subtractExact(
        Math.subtractExact(Math.addExact(opening, amount), captured), givenUp);
  }

  CertifiedHolds plus(SourceHolds more) {
    return new CertifiedHolds(
        Math.addExact(count, more.authorizations()),
        Math.addExact(amount, more.authorized()),
        Math.addExact(captures, more.captures()),
        Math.addExact(captured, more.captured()),
        Math.addExact(givenUp, more.released()),
        opening);
  }

  /// Whether every source partition's facts were counted.
  static boolean known(Collection<LedgerMark> marks) {
    return !marks.isEmpty() && marks.stream().allMatch(mark -> mark.holds().isPresent());
  }
}
