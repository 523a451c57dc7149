package io.openvpos.settlement.batch.mongo;

import com.mongodb.client.model.InsertOneModel;
import io.openvpos.messaging.mongo.Documents;
import io.openvpos.settlement.batch.domain.Head;
import io.openvpos.settlement.batch.domain.Line;
import io.openvpos.settlement.batch.domain.LineStore;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.bson.Document;

/// `lines`: the id is `head|seq`, so a line that comes again finds its place taken.
public final class MongoLineStore implements LineStore {

  private final Documents documents;

  public MongoLineStore(Documents documents) {
    this.documents = documents;
    documents.index(new Document("sales_day", 1));
  }

  @Override
  public void insertMissing(List<Line> lines) {
    documents.bulk(
        lines.stream().map(line -> new InsertOneModel<>(LineDocument.write(line))).toList());
  }

  @Override
  public Map<String, String> hashes(Collection<String> ids) {
    Map<String, String> hashes = new HashMap<>();
    documents.forEach(
        new Document("_id", new Document("$in", List.copyOf(ids))),
        new Document("hash", 1),
        found -> hashes.put(found.getString("_id"), found.getString("hash")));
    return hashes;
  }

  @Override
  public void forEachOf(LocalDate day, Consumer<Line> each) {
    documents.forEach(
        new Document("sales_day", day.toString()), found -> each.accept(LineDocument.read(found)));
  }

  @Override
  public List<Line> find(Head head, List<Long> seqs) {
    List<String> ids = seqs.stream().map(seq -> Line.id(head, seq)).toList();
    return documents
        .findMany(new Document("_id", new Document("$in", ids)), new Document("_id", 1), 0)
        .stream()
        .map(LineDocument::read)
        .toList();
  }
}
