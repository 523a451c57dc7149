package io.openvpos.settlement.payout.mongo;

import io.openvpos.messaging.mongo.Documents;
import io.openvpos.money.Mode;
import io.openvpos.settlement.businessday.domain.Debtor;
import io.openvpos.settlement.payout.domain.FileStore;
import io.openvpos.settlement.payout.domain.FileStore.DueFile;
import io.openvpos.settlement.payout.domain.Release;
import java.time.LocalDate;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import org.bson.Document;

/// `payout_files`: the id is the message id. What is in a file is read from its payouts.
public final class MongoFileStore implements FileStore {

  private final Documents documents;
  private final Release first;

  /// @param documents versioned
  /// @param first how a new file is released: it is handed over at once, or held until two people
  ///   let it go
  public MongoFileStore(Documents documents, Release first) {
    this.documents = documents;
    this.first = first;
  }

  @Override
  public void insertMissing(DueFile file, int payouts, long controlSum) {
    insert(file, payouts, controlSum, first);
  }

  private void insert(DueFile file, int payouts, long controlSum, Release release) {
    documents.insert(
        new Document("_id", file.messageId())
            .append("day", file.day().toString())
            .append("mode", file.mode().code())
            .append("currency", file.currency())
            .append("created_at", Date.from(file.createdAt()))
            .append("debtor", write(file.debtor()))
            .append("payout_id", file.payoutId())
            .append("payouts", payouts)
            .append("control_sum", controlSum)
            .append("status", release.status() == Release.Status.RELEASED ? "due" : "held")
            .append("release", MongoReleaseStore.write(release))
            .append("version", 0L));
  }

  /// A file that is made withdrawn takes the place of the one that the close would make. One that
  /// is held changes by compare-and-set, as its release does: whoever comes first.
  @Override
  public boolean withdraw(DueFile file, int payouts, long controlSum) {
    insert(file, payouts, controlSum, Release.WITHDRAWN);
    while (true) {
      Document found = documents.find(file.messageId()).orElseThrow();
      Release release = MongoReleaseStore.release(found.get("release", Document.class));
      if (release.status() == Release.Status.WITHDRAWN) {
        return true;
      }
      if (release.status() == Release.Status.RELEASED) {
        return false;
      }
      Document set = new Document("release", MongoReleaseStore.write(release.withdrawn()));
      if (documents.compareAndSet(
          file.messageId(), found.getLong("version"), new Document("$set", set))) {
        return true;
      }
    }
  }

  @Override
  public Optional<DueFile> find(String messageId) {
    return documents.find(messageId).map(MongoFileStore::read);
  }

  @Override
  public List<DueFile> open() {
    return documents.findMany(new Document("status", "due"), new Document("_id", 1), 0).stream()
        .map(MongoFileStore::read)
        .toList();
  }

  @Override
  public void settled(String messageId) {
    documents.update(messageId, new Document("$set", new Document("status", "settled")));
  }

  private static DueFile read(Document found) {
    return new DueFile(
        found.getString("_id"),
        LocalDate.parse(found.getString("day")),
        Mode.of(found.getString("mode")),
        found.getString("currency"),
        found.getDate("created_at").toInstant(),
        debtor(found.get("debtor", Document.class)),
        found.getString("payout_id"));
  }

  private static Document write(Debtor debtor) {
    return new Document("name", debtor.name())
        .append("iban", debtor.iban())
        .append("bic", debtor.bic());
  }

  private static Debtor debtor(Document found) {
    return new Debtor(found.getString("name"), found.getString("iban"), found.getString("bic"));
  }
}
