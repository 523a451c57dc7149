package io.openvpos.fraud.rules.mongo;

import io.openvpos.fraud.rules.Publication;
import io.openvpos.fraud.rules.RuleSet;
import io.openvpos.fraud.rules.RuleSet.Approval;
import io.openvpos.fraud.rules.judging.RuleAction;
import io.openvpos.fraud.rules.judging.RuleDefinition;
import java.util.Date;
import org.bson.Document;

/// Versions and their publication from and to their documents.
final class RuleSetDocument {

  private RuleSetDocument() {}

  static Document write(RuleSet set) {
    return new Document("_id", String.valueOf(set.number()))
        .append("version", 1L)
        .append("number", set.number())
        .append("note", set.note())
        .append("author", set.author())
        .append("created_at", Date.from(set.createdAt()))
        .append("rules", set.rules().stream().map(RuleSetDocument::write).toList());
  }

  static RuleSet read(Document document) {
    Date approvedAt = document.getDate("approved_at");
    return new RuleSet(
        document.getInteger("number"),
        document.getString("note"),
        document.getList("rules", Document.class).stream().map(RuleSetDocument::rule).toList(),
        document.getString("author"),
        document.getDate("created_at").toInstant(),
        approvedAt == null
            ? null
            : new Approval(document.getString("approved_by"), approvedAt.toInstant()));
  }

  /// All but its version.
  static Document write(Publication publication) {
    return new Document("live", publication.live())
        .append("shadow", publication.shadow())
        .append("steps", publication.steps().stream().map(RuleSetDocument::write).toList());
  }

  static Publication readPublication(Document document) {
    return new Publication(
        document.getLong("version"),
        document.getInteger("live"),
        document.getInteger("shadow"),
        document.getList("steps", Document.class).stream().map(RuleSetDocument::step).toList());
  }

  private static Document write(Publication.Step step) {
    return new Document("action", step.action())
        .append("number", step.number())
        .append("by", step.by())
        .append("at", Date.from(step.at()));
  }

  private static Publication.Step step(Document document) {
    return new Publication.Step(
        document.getString("action"),
        document.getInteger("number"),
        document.getString("by"),
        document.getDate("at").toInstant());
  }

  private static Document write(RuleDefinition rule) {
    return new Document("code", rule.code())
        .append("when", rule.when())
        .append("action", rule.action().code())
        .append("points", rule.points())
        .append("text_tr", rule.textTr())
        .append("text_en", rule.textEn());
  }

  private static RuleDefinition rule(Document document) {
    return new RuleDefinition(
        document.getString("code"),
        document.getString("when"),
        RuleAction.of(document.getString("action")).orElseThrow(),
        document.getInteger("points"),
        document.getString("text_tr"),
        document.getString("text_en"));
  }
}
