package io.openvpos.fraud.cases.mongo;

import io.openvpos.fraud.cases.domain.CaseStatus;
import io.openvpos.fraud.cases.domain.ReviewCase;
import io.openvpos.fraud.cases.domain.ReviewCase.Conclusion;
import io.openvpos.fraud.cases.domain.ReviewCase.Step;
import io.openvpos.fraud.lists.domain.ListEntity;
import io.openvpos.fraud.rules.mongo.FactsDocument;
import java.util.Date;
import java.util.Locale;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/// A case from and to its document.
final class CaseDocument {

  private CaseDocument() {}

  static Document write(ReviewCase opened) {
    Document document =
        new Document("_id", opened.id())
            .append("version", opened.version())
            .append("facts", FactsDocument.write(opened.payment()))
            .append("score", opened.score())
            .append("reasons", opened.reasons())
            .append("opened_at", Date.from(opened.openedAt()))
            .append("due_at", Date.from(opened.dueAt()));
    document.putAll(state(opened));
    return document;
  }

  /// What changes.
  static Document state(ReviewCase one) {
    Conclusion found = one.conclusion();
    return new Document("status", one.status().code())
        .append("assignee", one.assignee())
        .append("conclusion", found == null ? null : write(found))
        .append("steps", one.steps().stream().map(CaseDocument::write).toList());
  }

  static ReviewCase read(Document document) {
    return new ReviewCase(
        document.getString("_id"),
        document.getLong("version"),
        FactsDocument.read(document.get("facts", Document.class)),
        document.getInteger("score"),
        document.getList("reasons", String.class),
        document.getDate("opened_at").toInstant(),
        document.getDate("due_at").toInstant(),
        CaseStatus.of(document.getString("status")).orElseThrow(),
        document.getString("assignee"),
        conclusion(document.get("conclusion", Document.class)),
        document.getList("steps", Document.class).stream().map(CaseDocument::step).toList());
  }

  private static Document write(Conclusion found) {
    return new Document("fraud", found.fraud())
        .append("note", found.note())
        .append("block", found.block().stream().map(ListEntity::code).toList())
        .append("by", found.by())
        .append("at", Date.from(found.at()));
  }

  private static @Nullable Conclusion conclusion(@Nullable Document document) {
    return document == null
        ? null
        : new Conclusion(
            document.getBoolean("fraud"),
            document.getString("note"),
            document.getList("block", String.class).stream()
                .map(code -> ListEntity.valueOf(code.toUpperCase(Locale.ROOT)))
                .toList(),
            document.getString("by"),
            document.getDate("at").toInstant());
  }

  private static Document write(Step step) {
    return new Document("action", step.action())
        .append("by", step.by())
        .append("at", Date.from(step.at()));
  }

  private static Step step(Document document) {
    return new Step(
        document.getString("action"), document.getString("by"), document.getDate("at").toInstant());
  }
}
