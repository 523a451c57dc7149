package io.openvpos.settlement.batch.mongo;

import com.mongodb.client.model.InsertOneModel;
import io.openvpos.messaging.mongo.Documents;
import io.openvpos.settlement.batch.domain.Line;
import io.openvpos.settlement.batch.domain.LineStore;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.bson.Document;

/// `line_pages`: the lines of one batch that came in together, as one document. Its id says which
/// lines these are, so a page that comes again finds its place taken. Lines that come again in
/// other company are stored a second time and read once: see [LinePages].
public final class MongoLineStore implements LineStore {

  private static final Document BATCH_ID = new Document("batch_id", 1);

  private final Documents documents;

  public MongoLineStore(Documents documents) {
    this.documents = documents;
    documents.index(new Document("sales_day", 1));
    documents.index(BATCH_ID);
  }

  @Override
  public void insertMissing(List<Line> lines) {
    Map<String, List<Line>> byBatch = new LinkedHashMap<>();
    lines.forEach(
        line -> byBatch.computeIfAbsent(line.batchId(), _ -> new ArrayList<>()).add(line));
    documents.bulk(
        byBatch.values().stream().map(LinePage::write).map(InsertOneModel::new).toList());
  }

  @Override
  public Map<String, String> hashes(Collection<Line> lines) {
    Map<String, TreeSet<Long>> wanted = new HashMap<>();
    lines.forEach(
        line -> wanted.computeIfAbsent(line.batchId(), _ -> new TreeSet<>()).add(line.seq()));
    Map<String, String> hashes = new HashMap<>();
    wanted.forEach((batchId, seqs) ->
        pages(batchId)
            .around(seqs.first(), seqs.last())
            .forEachRemaining(line -> {
              if (seqs.contains(line.seq())) {
                hashes.put(line.id(), line.hash());
              }
            }));
    return hashes;
  }

  @Override
  public List<String> batchesOf(LocalDate day) {
    TreeSet<String> ids = new TreeSet<>();
    documents.forEach(
        new Document("sales_day", day.toString()),
        BATCH_ID,
        found -> ids.add(found.getString("batch_id")));
    return List.copyOf(ids);
  }

  @Override
  public Iterator<Line> ofBatch(String batchId) {
    return pages(batchId).all();
  }

  @Override
  public Optional<Line> find(String batchId, long seq) {
    Iterator<Line> around = pages(batchId).around(seq, seq);
    while (around.hasNext()) {
      Line line = around.next();
      if (line.seq() == seq) {
        return Optional.of(line);
      }
    }
    return Optional.empty();
  }

  private LinePages pages(String batchId) {
    List<LinePages.Place> places = new ArrayList<>();
    documents.forEach(
        new Document("batch_id", batchId),
        new Document("first", 1).append("last", 1).append("count", 1),
        found -> places.add(LinePage.place(found)));
    places.sort(Comparator.comparingLong(LinePages.Place::first));
    return new LinePages(places, this::read);
  }

  private List<List<Line>> read(List<String> ids) {
    List<List<Line>> pages = new ArrayList<>(ids.size());
    documents.forEach(
        new Document("_id", new Document("$in", ids)), found -> pages.add(LinePage.read(found)));
    return pages;
  }
}
