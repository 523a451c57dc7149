package io.openvpos.messaging.outbox;

import com.mongodb.client.model.UpdateOneModel;
import io.openvpos.messaging.mongo.Documents;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import org.bson.Document;

/// The `outbox` arrays of a MongoDB collection. A pull raises no version: it races with nothing.
final class DocumentOutboxes implements Outboxes {

  private final Documents documents;

  DocumentOutboxes(Documents documents) {
    this.documents = documents;
    documents.sparseIndex(new Document("outbox.id", 1));
  }

  @Override
  public List<OutboxEntry> of(String documentId) {
    return documents.find(documentId).map(OutboxEntry::of).orElse(List.of());
  }

  @Override
  public void forEach(BiConsumer<String, List<OutboxEntry>> each) {
    documents.forEach(
        new Document("outbox.id", new Document("$exists", true)),
        new Document("outbox", 1),
        found -> each.accept(found.getString("_id"), OutboxEntry.of(found)));
  }

  @Override
  public void pull(Map<String, List<String>> eventIds) {
    documents.bulk(
        eventIds.entrySet().stream()
            .map(sent ->
                new UpdateOneModel<Document>(
                    new Document("_id", sent.getKey()),
                    new Document(
                        "$pull",
                        new Document(
                            "outbox", new Document("id", new Document("$in", sent.getValue()))))))
            .toList());
  }
}
