package io.openvpos.settlement.report.mongo;

import io.openvpos.messaging.mongo.Documents;
import io.openvpos.settlement.report.job.JobStore;
import io.openvpos.settlement.report.job.ReportJob;
import io.openvpos.settlement.report.job.ReportJob.Difference;
import io.openvpos.settlement.report.job.ReportJob.Purpose;
import io.openvpos.settlement.report.job.ReportJob.Status;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/// `report_jobs`: changed by compare-and-set only.
public final class MongoJobStore implements JobStore {

  private final Documents documents;

  /// @param documents versioned
  public MongoJobStore(Documents documents) {
    this.documents = documents;
    documents.index(new Document("status", 1));
    documents.index(new Document("to", 1));
  }

  @Override
  public boolean insert(ReportJob job) {
    Document first = new Document("_id", job.id()).append("version", 1L);
    first.putAll(fields(job));
    return documents.insert(first);
  }

  @Override
  public Optional<Stored> find(String id) {
    return documents.find(id).map(MongoJobStore::stored);
  }

  @Override
  public Optional<Stored> replace(Stored read, ReportJob next) {
    boolean won =
        documents.compareAndSet(next.id(), read.version(), new Document("$set", fields(next)));
    return won ? Optional.of(new Stored(next, read.version() + 1)) : Optional.empty();
  }

  @Override
  public List<Stored> open() {
    List<String> statuses = List.of(Status.WAITING.code(), Status.RUNNING.code());
    Document filter = new Document("status", new Document("$in", statuses));
    return documents.findMany(filter, new Document("_id", 1), 0).stream()
        .map(MongoJobStore::stored)
        .toList();
  }

  @Override
  public List<ReportJob> newest(int limit) {
    Document order = new Document("to", -1).append("_id", -1);
    return documents.findMany(new Document(), order, limit).stream()
        .map(MongoJobStore::stored)
        .map(Stored::job)
        .toList();
  }

  private static Document fields(ReportJob job) {
    return new Document("purpose", job.purpose().code())
        .append("from", job.from().toString())
        .append("to", job.to().toString())
        .append("number", job.number())
        .append("status", job.status().code())
        .append("runner", job.runner())
        .append("total", job.total())
        .append("done", job.done())
        .append("started_at", date(job.startedAt()))
        .append("finished_at", date(job.finishedAt()))
        .append("failures", job.failures())
        .append("error", job.error())
        .append("differing", job.differing())
        .append("differences", job.differences().stream().map(MongoJobStore::write).toList());
  }

  private static Document write(Difference difference) {
    return new Document("subject", difference.subject())
        .append("file", difference.file())
        .append("kept", difference.kept())
        .append("found", difference.found());
  }

  private static Stored stored(Document found) {
    return new Stored(read(found), found.getLong("version"));
  }

  private static ReportJob read(Document found) {
    return new ReportJob(
        Purpose.valueOf(found.getString("purpose").toUpperCase(Locale.ROOT)),
        LocalDate.parse(found.getString("from")),
        LocalDate.parse(found.getString("to")),
        found.getInteger("number"),
        Status.valueOf(found.getString("status").toUpperCase(Locale.ROOT)),
        found.getString("runner"),
        found.getLong("total"),
        found.getLong("done"),
        instant(found.getDate("started_at")),
        instant(found.getDate("finished_at")),
        found.getInteger("failures"),
        found.getString("error"),
        found.getLong("differing"),
        found.getList("differences", Document.class).stream()
            .map(one ->
                new Difference(
                    one.getString("subject"),
                    one.getString("file"),
                    one.getString("kept"),
                    one.getString("found")))
            .toList());
  }

  private static @Nullable Date date(@Nullable Instant at) {
    return at == null ? null : Date.from(at);
  }

  private static @Nullable Instant instant(@Nullable Date date) {
    return date == null ? null : date.toInstant();
  }
}
