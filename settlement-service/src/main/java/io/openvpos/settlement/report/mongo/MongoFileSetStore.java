package io.openvpos.settlement.report.mongo;

import io.openvpos.messaging.mongo.Documents;
import io.openvpos.messaging.outbox.OutboxEntry;
import io.openvpos.messaging.outbox.OutboxRelay;
import io.openvpos.settlement.batch.domain.Head;
import io.openvpos.settlement.report.domain.FileFormat;
import io.openvpos.settlement.report.domain.Language;
import io.openvpos.settlement.report.domain.ReportKind;
import io.openvpos.settlement.report.job.FileSet;
import io.openvpos.settlement.report.job.FileSetStore;
import io.openvpos.settlement.report.job.ReportFile;
import java.time.LocalDate;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.bson.Document;

/// `report_files`: each inserted once together with its ReportReady; nothing but the outbox changes
/// later.
public final class MongoFileSetStore implements FileSetStore {

  private final Documents documents;
  private final OutboxRelay relay;
  private final Function<FileSet, List<OutboxEntry>> publish;

  public MongoFileSetStore(
      Documents documents, OutboxRelay relay, Function<FileSet, List<OutboxEntry>> publish) {
    this.documents = documents;
    this.relay = relay;
    this.publish = publish;
    documents.index(new Document("day", 1));
  }

  @Override
  public void insert(FileSet files) {
    List<OutboxEntry> ready = publish.apply(files);
    Document document =
        write(files).append("outbox", ready.stream().map(OutboxEntry::toDocument).toList());
    if (documents.insert(document)) {
      relay.submit(files.id(), ready);
      return;
    }
    Document taken = documents.find(files.id()).orElseThrow();
    if (!read(taken).equals(files)) {
      throw new IllegalStateException("the files of " + files.id() + " were others before");
    }
    // The insert may be our own, of which we never heard.
    relay.submit(files.id(), OutboxEntry.of(taken));
  }

  @Override
  public Optional<FileSet> find(String id) {
    return documents.find(id).map(MongoFileSetStore::read);
  }

  @Override
  public List<FileSet> ofDay(LocalDate day) {
    return documents
        .findMany(new Document("day", day.toString()), new Document("_id", 1), 0)
        .stream()
        .map(MongoFileSetStore::read)
        .toList();
  }

  private static Document write(FileSet set) {
    return new Document("_id", set.id())
        .append("day", set.day().toString())
        .append("batch_id", set.batchId())
        .append("head", set.head() == null ? null : set.head().id())
        .append("closed_at", Date.from(set.closedAt()))
        .append("files", set.files().stream().map(MongoFileSetStore::write).toList());
  }

  private static Document write(ReportFile file) {
    return new Document("report", file.kind().code())
        .append("format", file.format().code())
        .append("language", file.language().code())
        .append("sha256", file.sha256())
        .append("bytes", file.bytes());
  }

  private static FileSet read(Document found) {
    String head = found.getString("head");
    return new FileSet(
        LocalDate.parse(found.getString("day")),
        found.getString("batch_id"),
        head == null ? null : Head.of(head),
        found.getDate("closed_at").toInstant(),
        found.getList("files", Document.class).stream().map(MongoFileSetStore::file).toList());
  }

  private static ReportFile file(Document found) {
    return new ReportFile(
        ReportKind.of(found.getString("report")),
        FileFormat.of(found.getString("format")),
        Language.of(found.getString("language")).orElseThrow(),
        found.getString("sha256"),
        found.getLong("bytes"));
  }
}
