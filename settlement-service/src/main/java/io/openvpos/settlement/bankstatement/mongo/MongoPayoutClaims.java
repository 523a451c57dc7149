package io.openvpos.settlement.bankstatement.mongo;

import io.openvpos.messaging.mongo.Documents;
import io.openvpos.settlement.bankstatement.PayoutClaims;
import io.openvpos.settlement.payout.BankAnswers.Standing;
import java.util.Optional;
import org.bson.Document;

/// Collection `bank_claims`, insert-once: `payout|debit` and `payout|credit`.
public final class MongoPayoutClaims implements PayoutClaims {

  private final Documents documents;

  public MongoPayoutClaims(Documents documents) {
    this.documents = documents;
  }

  @Override
  public Claim claim(String payoutId, boolean credit, Claim wanted) {
    documents.insert(
        new Document("_id", id(payoutId, credit))
            .append("booking_id", wanted.bookingId())
            .append("standing", wanted.standing().name()));
    return find(payoutId, credit).orElseThrow();
  }

  @Override
  public Optional<Claim> find(String payoutId, boolean credit) {
    return documents
        .find(id(payoutId, credit))
        .map(found ->
            new Claim(
                found.getString("booking_id"), Standing.valueOf(found.getString("standing"))));
  }

  private static String id(String payoutId, boolean credit) {
    return payoutId + (credit ? "|credit" : "|debit");
  }
}
