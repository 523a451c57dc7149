package io.openvpos.merchant.ledger.domain.posting;

import static io.openvpos.merchant.ledger.domain.journal.Account.BSMV_PAYABLE;
import static io.openvpos.merchant.ledger.domain.journal.Account.COMMISSION_INCOME;
import static io.openvpos.merchant.ledger.domain.journal.Account.MERCHANT_PENDING;
import static io.openvpos.merchant.ledger.domain.journal.Account.SCHEME_RECEIVABLE;

import io.openvpos.merchant.ledger.domain.journal.Account;
import io.openvpos.merchant.ledger.domain.journal.Posting;
import java.util.List;
import java.util.stream.Stream;

/// Builds the legs of a row. Commission and tax legs of zero are left out; the other legs always
/// stand, so that an entry is never empty.
final class Legs {

  private Legs() {}

  /// The scheme owes `amount` more; the merchant gets it less commission and tax.
  static List<Posting> sale(long amount, long commission, long bsmv) {
    long merchant = Math.subtractExact(amount, Math.addExact(commission, bsmv));
    return Stream.concat(
            Stream.of(
                new Posting(SCHEME_RECEIVABLE, amount),
                new Posting(MERCHANT_PENDING, Math.negateExact(merchant))),
            Stream.of(
                    new Posting(COMMISSION_INCOME, Math.negateExact(commission)),
                    new Posting(BSMV_PAYABLE, Math.negateExact(bsmv)))
                .filter(leg -> leg.amount() != 0))
        .toList();
  }

  /// The merchant owes commission and tax of something that was not sold by it. The commission's
  /// leg always stands.
  static List<Posting> charge(long commission, long bsmv) {
    return Stream.of(
            new Posting(MERCHANT_PENDING, Math.addExact(commission, bsmv)),
            new Posting(COMMISSION_INCOME, Math.negateExact(commission)),
            new Posting(BSMV_PAYABLE, Math.negateExact(bsmv)))
        .filter(leg -> leg.account() != BSMV_PAYABLE || leg.amount() != 0)
        .toList();
  }

  static List<Posting> transfer(Account debited, Account credited, long amount) {
    return List.of(new Posting(debited, amount), new Posting(credited, Math.negateExact(amount)));
  }

  static List<Posting> negated(List<Posting> legs) {
    return legs.stream().map(Posting::negated).toList();
  }
}
