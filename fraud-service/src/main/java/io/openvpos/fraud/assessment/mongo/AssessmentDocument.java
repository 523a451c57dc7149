package io.openvpos.fraud.assessment.mongo;

import io.openvpos.fraud.assessment.Assessment;
import io.openvpos.fraud.rules.judging.PaymentFacts;
import io.openvpos.fraud.rules.judging.Ruling;
import io.openvpos.fraud.rules.mongo.FactsDocument;
import io.openvpos.fraud.scoring.Decision;
import io.openvpos.fraud.scoring.ModelScore;
import io.openvpos.fraud.scoring.RiskScore;
import io.openvpos.fraud.velocity.VelocityCounts;
import io.openvpos.money.Mode;
import java.util.Date;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/// An assessment from and to its document.
final class AssessmentDocument {

  private AssessmentDocument() {}

  static Document write(String id, Assessment assessment) {
    Document document =
        new Document("_id", id)
            .append("payment_id", assessment.paymentId())
            .append("request_hash", assessment.requestHash())
            .append("merchant_id", assessment.merchantId())
            .append("mode", assessment.mode().code())
            .append("card_fingerprint", assessment.cardFingerprint())
            .append("decision", assessment.score().decision().code())
            .append("score", assessment.score().score())
            .append("reasons", assessment.score().reasons())
            .append("minute", assessment.velocity().minute())
            .append("hour", assessment.velocity().hour())
            .append("day", assessment.velocity().day())
            .append("requested_at", Date.from(assessment.requestedAt()))
            .append("assessed_at", Date.from(assessment.assessedAt()));
    ModelScore model = assessment.model();
    if (model != null) {
      document.append(
          "model",
          new Document("name", model.model())
              .append("schema", model.schema())
              .append("probability", model.probability())
              .append("reasons", model.reasons())
              .append("features", model.features())
              .append("shadow", shadow(model.shadow())));
    }
    PaymentFacts facts = assessment.facts();
    Ruling ruling = assessment.ruling();
    if (facts != null && ruling != null) {
      document.append("facts", FactsDocument.write(facts));
      document.append("ruling", RulingDocument.write(ruling));
    }
    return document;
  }

  private static @Nullable Document shadow(ModelScore.@Nullable Shadow said) {
    return said == null
        ? null
        : new Document("name", said.model()).append("probability", said.probability());
  }

  private static ModelScore.@Nullable Shadow readShadow(@Nullable Document document) {
    return document == null
        ? null
        : new ModelScore.Shadow(document.getString("name"), document.getDouble("probability"));
  }

  static @Nullable ModelScore model(@Nullable Document document) {
    return document == null
        ? null
        : new ModelScore(
            document.getString("name"),
            document.getString("schema"),
            document.getDouble("probability"),
            document.getList("reasons", String.class),
            document.getList("features", Double.class),
            readShadow(document.get("shadow", Document.class)));
  }

  static Assessment read(Document document) {
    Document facts = document.get("facts", Document.class);
    Document ruling = document.get("ruling", Document.class);
    return new Assessment(
        document.getString("payment_id"),
        document.getString("request_hash"),
        document.getString("merchant_id"),
        Mode.of(document.getString("mode")),
        document.getString("card_fingerprint"),
        new RiskScore(
            Decision.of(document.getString("decision")),
            document.getInteger("score"),
            document.getList("reasons", String.class)),
        new VelocityCounts(
            document.getInteger("minute"), document.getInteger("hour"), document.getInteger("day")),
        model(document.get("model", Document.class)),
        facts == null ? null : FactsDocument.read(facts),
        ruling == null ? null : RulingDocument.read(ruling),
        document.getDate("requested_at").toInstant(),
        document.getDate("assessed_at").toInstant());
  }
}
