package io.openvpos.settlement.chargeback.mongo;

import io.openvpos.messaging.mongo.Documents;
import io.openvpos.settlement.chargeback.Evidence;
import io.openvpos.settlement.chargeback.domain.EvidenceFile;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.bson.Document;
import org.bson.types.Binary;

/// Collection `chargeback_evidence`: the id is `case.digest`, so bytes are kept once.
public final class MongoEvidence implements Evidence {

  private final Documents documents;

  public MongoEvidence(Documents documents) {
    this.documents = documents;
    documents.index(new Document("chargeback_id", 1));
  }

  @Override
  public void keep(String chargebackId, Kept kept) {
    documents.insert(
        new Document("_id", chargebackId + "." + kept.file().sha256())
            .append("chargeback_id", chargebackId)
            .append("sha256", kept.file().sha256())
            .append("content_type", kept.file().contentType())
            .append("size", kept.file().bytes())
            .append("bytes", new Binary(kept.bytes())));
  }

  @Override
  public Optional<Kept> find(String chargebackId, String sha256) {
    return documents
        .find(chargebackId + "." + sha256)
        .map(found -> {
          byte[] bytes = found.get("bytes", Binary.class).getData();
          return new Kept(
              new EvidenceFile(
                  found.getString("sha256"), found.getString("content_type"), bytes.length),
              bytes);
        });
  }

  @Override
  public List<EvidenceFile> list(String chargebackId) {
    List<EvidenceFile> files = new ArrayList<>();
    documents.forEach(
        new Document("chargeback_id", chargebackId),
        new Document("bytes", 0),
        found ->
            files.add(
                new EvidenceFile(
                    found.getString("sha256"),
                    found.getString("content_type"),
                    found.getInteger("size"))));
    files.sort(Comparator.comparing(EvidenceFile::sha256));
    return files;
  }
}
