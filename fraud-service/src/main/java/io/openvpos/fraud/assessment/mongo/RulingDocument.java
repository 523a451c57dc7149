package io.openvpos.fraud.assessment.mongo;

import io.openvpos.fraud.rules.judging.Ruling;
import io.openvpos.fraud.rules.judging.Ruling.BySet;
import io.openvpos.fraud.scoring.Decision;
import io.openvpos.fraud.scoring.RiskScore;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/// What rules said from and to the part `ruling` of an assessment.
final class RulingDocument {

  private RulingDocument() {}

  static Document write(Ruling ruling) {
    return new Document("before", write(ruling.before()))
        .append("after", write(ruling.after()))
        .append("lists", ruling.lists())
        .append("live", write(ruling.live()))
        .append("shadow", write(ruling.shadow()));
  }

  static Ruling read(Document document) {
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
