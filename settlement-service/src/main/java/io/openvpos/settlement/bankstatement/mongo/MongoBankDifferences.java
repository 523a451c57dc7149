package io.openvpos.settlement.bankstatement.mongo;

import io.openvpos.messaging.mongo.Documents;
import io.openvpos.settlement.bankstatement.BankDifferences;
import io.openvpos.settlement.bankstatement.domain.BankDifference;
import io.openvpos.settlement.bankstatement.domain.Booking;
import io.openvpos.settlement.matter.domain.Matter;
import io.openvpos.settlement.matter.mongo.MatterFields;
import java.util.List;
import java.util.Optional;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/// Collection `bank_exceptions`.
public final class MongoBankDifferences implements BankDifferences {

  private final Documents documents;

  /// @param documents versioned
  public MongoBankDifferences(Documents documents) {
    this.documents = documents;
    documents.index(new Document("status", 1));
  }

  @Override
  public void open(BankDifference found) {
    Document document = new Document("_id", found.id()).append("version", 1L);
    document.putAll(fields(found));
    documents.insert(document);
  }

  @Override
  public boolean save(BankDifference changed) {
    return documents.compareAndSet(
        changed.id(), changed.version(), new Document("$set", fields(changed)));
  }

  @Override
  public Optional<BankDifference> find(String id) {
    return documents.find(id).map(MongoBankDifferences::read);
  }

  @Override
  public List<BankDifference> list(Query query, @Nullable String startingAfter, int limit) {
    Document filter = new Document();
    Matter.Status status = query.status();
    if (status != null) {
      filter.append("status", status.code());
    }
    if (query.owner() != null) {
      filter.append("owner", query.owner());
    }
    if (startingAfter != null) {
      filter.append("_id", new Document("$gt", startingAfter));
    }
    return documents.findMany(filter, new Document("_id", 1), limit).stream()
        .map(MongoBankDifferences::read)
        .toList();
  }

  private static Document fields(BankDifference one) {
    Booking booking = one.booking();
    Document fields =
        new Document("message_id", one.messageId())
            .append("kind", one.kind())
            .append("booking", booking == null ? null : BookingDocument.write(booking))
            .append("payout_id", one.payoutId())
            .append("detail", one.detail());
    fields.putAll(MatterFields.write(one.matter()));
    return fields;
  }

  private static BankDifference read(Document found) {
    Document booking = found.get("booking", Document.class);
    return new BankDifference(
        found.getString("_id"),
        found.getLong("version"),
        found.getString("message_id"),
        found.getString("kind"),
        booking == null ? null : BookingDocument.read(booking),
        found.getString("payout_id"),
        found.getString("detail"),
        MatterFields.read(found));
  }
}
