package io.openvpos.fraud.rules.mongo;

import io.openvpos.fraud.rules.judging.AuthenticationStanding;
import io.openvpos.fraud.rules.judging.PaymentFacts;
import io.openvpos.money.Mode;
import io.openvpos.money.Money;
import java.util.Date;
import org.bson.Document;

/// What rules know of a payment from and to the part `facts` of whatever keeps it. Older ones name
/// no device and no authentication.
public final class FactsDocument {

  private FactsDocument() {}

  public static Document write(PaymentFacts facts) {
    return new Document("amount", facts.amount().minorUnits())
        .append("currency", facts.amount().currency().getCurrencyCode())
        .append("card", facts.cardFingerprint())
        .append("bin", facts.bin())
        .append("brand", facts.brand())
        .append("funding", facts.funding())
        .append("card_class", facts.cardClass())
        .append("issuer_country", facts.issuerCountry())
        .append("merchant", facts.merchantId())
        .append("mode", facts.mode().code())
        .append("ip", facts.ip())
        .append("email", facts.email())
        .append("device", facts.device())
        .append("authentication", facts.authentication().code())
        .append("at", Date.from(facts.occurredAt()));
  }

  public static PaymentFacts read(Document document) {
    return new PaymentFacts(
        Money.of(document.getLong("amount"), document.getString("currency")),
        document.getString("card"),
        document.getString("bin"),
        document.getString("brand"),
        document.getString("funding"),
        document.getString("card_class"),
        document.getString("issuer_country"),
        document.getString("merchant"),
        Mode.of(document.getString("mode")),
        document.getString("ip"),
        document.getString("email"),
        document.get("device", ""),
        AuthenticationStanding.of(
            document.get("authentication", AuthenticationStanding.IMPOSSIBLE.code())),
        document.getDate("at").toInstant());
  }
}
