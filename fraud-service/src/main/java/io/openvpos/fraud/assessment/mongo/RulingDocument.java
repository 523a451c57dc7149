package io.openvpos.fraud.assessment.mongo;

import io.openvpos.fraud.rules.judging.PaymentFacts;
import io.openvpos.fraud.rules.judging.Ruling;
import io.openvpos.fraud.rules.judging.Ruling.BySet;
import io.openvpos.fraud.scoring.Decision;
import io.openvpos.fraud.scoring.RiskScore;
import io.openvpos.money.Mode;
import io.openvpos.money.Money;
import java.util.Date;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/// What rules knew and said from and to the parts `facts` and `ruling` of an assessment.
final class RulingDocument {

  private RulingDocument() {}

  static Document write(PaymentFacts facts) {
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
        .append("at", Date.from(facts.occurredAt()));
  }

  static PaymentFacts readFacts(Document document) {
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
        document.getDate("at").toInstant());
  }

  static Document write(Ruling ruling) {
    return new Document("before", write(ruling.before()))
        .append("after", write(ruling.after()))
        .append("lists", ruling.lists())
        .append("live", write(ruling.live()))
        .append("shadow", write(ruling.shadow()));
  }

  static Ruling readRuling(Document document) {
    return new Ruling(
        score(document.get("before", Document.class)),
        score(document.get("after", Document.class)),
        document.getList("lists", String.class),
        bySet(document.get("live", Document.class)),
        bySet(document.get("shadow", Document.class)));
  }

  private static Document write(RiskScore score) {
    return new Document("decision", score.decision().code())
        .append("score", score.score())
        .append("reasons", score.reasons());
  }

  private static RiskScore score(Document document) {
    return new RiskScore(
        Decision.of(document.getString("decision")),
        document.getInteger("score"),
        document.getList("reasons", String.class));
  }

  private static @Nullable Document write(@Nullable BySet set) {
    return set == null
        ? null
        : new Document("version", set.version())
            .append("hits", set.hits())
            .append("decision", set.decision().code())
            .append("score", set.score());
  }

  private static @Nullable BySet bySet(@Nullable Document document) {
    return document == null
        ? null
        : new BySet(
            document.getInteger("version"),
            document.getList("hits", String.class),
            Decision.of(document.getString("decision")),
            document.getInteger("score"));
  }
}
