package io.openvpos.settlement.payout.mongo;

import io.openvpos.settlement.batch.domain.PayoutTerms;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/// How payout terms are written; heads from before there were any have none.
final class TermsDocument {

  private TermsDocument() {}

  static Document write(PayoutTerms terms) {
    return new Document("contract_version", terms.contractVersion())
        .append("settlement_currency", terms.settlementCurrency())
        .append("minimum", terms.minimum());
  }

  static PayoutTerms read(@Nullable Document found) {
    return found == null
        ? PayoutTerms.NONE
        : new PayoutTerms(
            found.getInteger("contract_version"),
            found.getString("settlement_currency"),
            found.getLong("minimum"));
  }
}
