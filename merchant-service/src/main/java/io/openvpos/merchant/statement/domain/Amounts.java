package io.openvpos.merchant.statement.domain;

import io.openvpos.merchant.ledger.domain.journal.Account;
import io.openvpos.merchant.ledger.domain.journal.Posting;
import java.util.List;

/// What an entry means to the merchant, in minor units and signed from the merchant's view: a
/// commission charged is negative. `gross` + `commission` + `tax` = `net`, as in the report of a
/// batch.
///
/// @param net by how much more is owed to the merchant after it; 0 where money only moves between
///   the merchant's own accounts
public record Amounts(long gross, long commission, long tax, long net) {

  public static final Amounts ZERO = new Amounts(0, 0, 0, 0);

  public static Amounts of(List<Posting> postings) {
    long commission = 0;
    long tax = 0;
    long net = 0;
    for (Posting leg : postings) {
      if (leg.account() == Account.COMMISSION_INCOME) {
        commission = Math.addExact(commission, leg.amount());
      } else if (leg.account() == Account.BSMV_PAYABLE) {
        tax = Math.addExact(tax, leg.amount());
      } else if (Account.OWED.contains(leg.account())) {
        net = Math.subtractExact(net, leg.amount());
      }
    }
    long gross = Math.subtractExact(Math.subtractExact(net, commission), tax);
    return new Amounts(gross, commission, tax, net);
  }

  public Amounts plus(Amounts other) {
    return new Amounts(
        Math.addExact(gross, other.gross),
        Math.addExact(commission, other.commission),
        Math.addExact(tax, other.tax),
        Math.addExact(net, other.net));
  }
}
