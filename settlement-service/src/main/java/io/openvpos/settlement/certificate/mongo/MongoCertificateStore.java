package io.openvpos.settlement.certificate.mongo;

import io.openvpos.messaging.mongo.Documents;
import io.openvpos.money.Mode;
import io.openvpos.settlement.certificate.domain.Certificate;
import io.openvpos.settlement.certificate.domain.CertificateStore;
import io.openvpos.settlement.certificate.domain.CertifiedHolds;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.bson.Document;

/// `certificates`: the id is `day|mode|currency`; inserted once, never changed.
public final class MongoCertificateStore implements CertificateStore {

  private final Documents documents;

  public MongoCertificateStore(Documents documents) {
    this.documents = documents;
    documents.index(new Document("day", 1));
  }

  @Override
  public void insert(Certificate certificate) {
    Document balances = new Document();
    certificate.balances().forEach(balances::append);
    Document written =
        new Document("_id", certificate.id())
            .append("day", certificate.day().toString())
            .append("mode", certificate.mode().code())
            .append("currency", certificate.currency())
            .append("body", certificate.body())
            .append("sha256", certificate.sha256())
            .append("balances", balances);
    certificate.holds().ifPresent(holds -> written.append("holds", write(holds)));
    if (!documents.insert(written)) {
      Certificate first = documents.find(certificate.id()).map(this::read).orElseThrow();
      if (!first.equals(certificate)) {
        throw new IllegalStateException(certificate.id() + " is certified already, differently");
      }
    }
  }

  @Override
  public Optional<Certificate> find(LocalDate day, Mode mode, String currency) {
    return documents.find(Certificate.id(day, mode, currency)).map(this::read);
  }

  @Override
  public List<Certificate> ofDay(LocalDate day) {
    return documents
        .findMany(new Document("day", day.toString()), new Document("_id", 1), 0)
        .stream()
        .map(this::read)
        .toList();
  }

  private Certificate read(Document found) {
    Map<String, Long> balances = new TreeMap<>();
    Document stored = found.get("balances", Document.class);
    stored.keySet().forEach(account -> balances.put(account, stored.getLong(account)));
    return new Certificate(
        LocalDate.parse(found.getString("day")),
        Mode.of(found.getString("mode")),
        found.getString("currency"),
        found.getString("body"),
        found.getString("sha256"),
        balances,
        Optional.ofNullable(found.get("holds", Document.class)).map(MongoCertificateStore::holds));
  }

  private static Document write(CertifiedHolds holds) {
    return new Document("count", holds.count())
        .append("amount", holds.amount())
        .append("captures", holds.captures())
        .append("captured", holds.captured())
        .append("given_up", holds.givenUp())
        .append("opening", holds.opening());
  }

  private static CertifiedHolds holds(Document found) {
    return new CertifiedHolds(
        found.getLong("count"),
        found.getLong("amount"),
        found.getLong("captures"),
        found.getLong("captured"),
        found.getLong("given_up"),
        found.getLong("opening"));
  }
}
