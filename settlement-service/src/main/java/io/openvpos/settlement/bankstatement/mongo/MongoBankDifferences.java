package io.openvpos.settlement.bankstatement.mongo;

import io.openvpos.messaging.mongo.Documents;
import io.openvpos.settlement.bankstatement.BankDifferences;
import io.openvpos.settlement.bankstatement.domain.BankDifference;
import io.openvpos.settlement.bankstatement.domain.BankDifference.Note;
import io.openvpos.settlement.bankstatement.domain.BankDifference.Resolution;
import io.openvpos.settlement.bankstatement.domain.BankDifference.Status;
import io.openvpos.settlement.bankstatement.domain.Booking;
import java.util.Date;
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
    Status status = query.status();
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
    Resolution resolution = one.resolution();
    return new Document("message_id", one.messageId())
        .append("kind", one.kind())
        .append("booking", booking == null ? null : BookingDocument.write(booking))
        .append("payout_id", one.payoutId())
        .append("detail", one.detail())
        .append("status", one.status().code())
        .append("opened_at", Date.from(one.openedAt()))
        .append("owner", one.owner())
        .append("notes", one.notes().stream().map(MongoBankDifferences::write).toList())
        .append("resolution", resolution == null ? null : write(resolution))
        .append("confirmed_by", one.confirmedBy());
  }

  private static Document write(Note note) {
    return new Document("at", Date.from(note.at()))
        .append("by", note.by())
        .append("text", note.text());
  }

  private static Document write(Resolution resolution) {
    return new Document("kind", resolution.kind())
        .append("note", resolution.note())
        .append("by", resolution.by())
        .append("at", Date.from(resolution.at()));
  }

  private static BankDifference read(Document found) {
    Document booking = found.get("booking", Document.class);
    Document resolution = found.get("resolution", Document.class);
    return new BankDifference(
        found.getString("_id"),
        found.getLong("version"),
        found.getString("message_id"),
        found.getString("kind"),
        booking == null ? null : BookingDocument.read(booking),
        found.getString("payout_id"),
        found.getString("detail"),
        Status.of(found.getString("status")).orElseThrow(),
        found.getDate("opened_at").toInstant(),
        found.getString("owner"),
        found.getList("notes", Document.class, List.of()).stream()
            .map(note ->
                new Note(
                    note.getDate("at").toInstant(), note.getString("by"), note.getString("text")))
            .toList(),
        resolution == null ? null : read(resolution, resolution.getString("kind")),
        found.getString("confirmed_by"));
  }

  private static Resolution read(Document found, String kind) {
    return new Resolution(
        kind, found.getString("note"), found.getString("by"), found.getDate("at").toInstant());
  }
}
