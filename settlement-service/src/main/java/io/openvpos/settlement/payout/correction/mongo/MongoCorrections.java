package io.openvpos.settlement.payout.correction.mongo;

import io.openvpos.messaging.mongo.Documents;
import io.openvpos.money.Mode;
import io.openvpos.settlement.batch.domain.Head;
import io.openvpos.settlement.payout.correction.Correction;
import io.openvpos.settlement.payout.correction.Correction.Approved;
import io.openvpos.settlement.payout.correction.Correction.Proposal;
import io.openvpos.settlement.payout.correction.Correction.Step;
import io.openvpos.settlement.payout.correction.Corrections;
import java.time.LocalDate;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import org.bson.Document;

/// Collection `payout_corrections`.
public final class MongoCorrections implements Corrections {

  private final Documents documents;

  /// @param documents versioned
  public MongoCorrections(Documents documents) {
    this.documents = documents;
    documents.index(new Document("applied", 1));
  }

  @Override
  public Optional<Correction> find(String id) {
    return documents.find(id).map(MongoCorrections::read);
  }

  @Override
  public boolean save(Correction changed) {
    Document fields = fields(changed);
    if (changed.version() == 0) {
      Document first = new Document("_id", changed.id()).append("version", 1L);
      first.putAll(fields);
      return documents.insert(first);
    }
    return documents.compareAndSet(changed.id(), changed.version(), new Document("$set", fields));
  }

  @Override
  public List<Correction> toApply() {
    return documents.findMany(new Document("applied", false), new Document("_id", 1), 0).stream()
        .map(MongoCorrections::read)
        .toList();
  }

  @Override
  public void applied(Correction seen) {
    // Lost, the correction is seen to once more.
    boolean _ =
        documents.compareAndSet(
            seen.id(), seen.version(), new Document("$set", new Document("applied", true)));
  }

  private static Document fields(Correction one) {
    Proposal proposed = one.proposed();
    Approved approved = one.approved();
    return new Document("merchant_id", one.head().merchantId())
        .append("mode", one.head().mode().code())
        .append("currency", one.head().currency())
        .append("day", one.day().toString())
        .append("proposed", proposed == null ? null : write(proposed))
        .append(
            "approved",
            approved == null
                ? null
                : new Document("iban", approved.iban())
                    .append("profile_iban", approved.profileIban()))
        .append("applied", one.applied())
        .append("steps", one.steps().stream().map(MongoCorrections::write).toList());
  }

  private static Document write(Proposal said) {
    return new Document("iban", said.iban())
        .append("reason", said.reason())
        .append("by", said.by())
        .append("at", Date.from(said.at()));
  }

  private static Document write(Step step) {
    return new Document("action", step.action())
        .append("by", step.by())
        .append("at", Date.from(step.at()))
        .append("iban", step.iban())
        .append("reason", step.reason());
  }

  private static Correction read(Document found) {
    Document proposed = found.get("proposed", Document.class);
    Document approved = found.get("approved", Document.class);
    return new Correction(
        found.getString("_id"),
        found.getLong("version"),
        new Head(
            found.getString("merchant_id"),
            Mode.of(found.getString("mode")),
            found.getString("currency")),
        LocalDate.parse(found.getString("day")),
        proposed == null
            ? null
            : new Proposal(
                proposed.getString("iban"),
                proposed.getString("reason"),
                proposed.getString("by"),
                proposed.getDate("at").toInstant()),
        approved == null
            ? null
            : new Approved(approved.getString("iban"), approved.getString("profile_iban")),
        found.getBoolean("applied"),
        found.getList("steps", Document.class).stream().map(MongoCorrections::step).toList());
  }

  private static Step step(Document found) {
    return new Step(
        found.getString("action"),
        found.getString("by"),
        found.getDate("at").toInstant(),
        found.getString("iban"),
        found.getString("reason"));
  }
}
