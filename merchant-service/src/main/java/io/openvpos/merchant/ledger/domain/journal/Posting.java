package io.openvpos.merchant.ledger.domain.journal;

/// One leg of an entry: debits positive, credits negative, in minor units of the head's currency.
public record Posting(Account account, long amount) {

  public Posting negated() {
    return new Posting(account, Math.negateExact(amount));
  }
}
