package io.openvpos.settlement.payout.mongo;

import io.openvpos.messaging.mongo.Documents;
import io.openvpos.money.Mode;
import io.openvpos.settlement.payout.domain.Release;
import io.openvpos.settlement.payout.domain.Release.Action;
import io.openvpos.settlement.payout.domain.Release.Status;
import io.openvpos.settlement.payout.domain.Release.Step;
import io.openvpos.settlement.payout.domain.ReleaseStore;
import io.openvpos.settlement.payout.domain.ReleaseStore.FileToRelease;
import java.time.LocalDate;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/// The `release` of `payout_files`. A file that is not released has the status `held`, which the
/// hand-over does not look for; releasing sets it to `due` in the same write.
public final class MongoReleaseStore implements ReleaseStore {

  private final Documents documents;

  /// @param documents versioned
  public MongoReleaseStore(Documents documents) {
    this.documents = documents;
  }

  @Override
  public Optional<FileToRelease> find(String messageId) {
    return documents.find(messageId).map(MongoReleaseStore::read);
  }

  @Override
  public List<FileToRelease> list(
      @Nullable LocalDate day, @Nullable Status status, @Nullable String startingAfter, int limit) {
    Document filter = new Document();
    if (day != null) {
      filter.append("day", day.toString());
    }
    if (status != null) {
      filter.append("release.status", status.code());
    }
    if (startingAfter != null) {
      filter.append("_id", new Document("$lt", startingAfter));
    }
    return documents.findMany(filter, new Document("_id", -1), limit).stream()
        .map(MongoReleaseStore::read)
        .toList();
  }

  @Override
  public boolean replace(FileToRelease read, Release next) {
    Document set = new Document("release", write(next));
    if (next.status() == Status.RELEASED) {
      set.append("status", "due");
    }
    return documents.compareAndSet(read.messageId(), read.version(), new Document("$set", set));
  }

  static Document write(Release release) {
    return new Document("status", release.status().code())
        .append("steps", release.steps().stream().map(MongoReleaseStore::write).toList());
  }

  private static Document write(Step step) {
    return new Document("action", step.action().code())
        .append("by", step.by())
        .append("at", Date.from(step.at()))
        .append("reason", step.reason());
  }

  private static FileToRelease read(Document found) {
    return new FileToRelease(
        found.getString("_id"),
        LocalDate.parse(found.getString("day")),
        Mode.of(found.getString("mode")),
        found.getString("currency"),
        found.getString("payout_id"),
        found.getInteger("payouts"),
        found.getLong("control_sum"),
        "settled".equals(found.getString("status")),
        release(found.get("release", Document.class)),
        found.getLong("version"));
  }

  static Release release(Document found) {
    return new Release(
        Status.of(found.getString("status")).orElseThrow(),
        found.getList("steps", Document.class).stream().map(MongoReleaseStore::step).toList());
  }

  private static Step step(Document found) {
    return new Step(
        Action.of(found.getString("action")),
        found.getString("by"),
        found.getDate("at").toInstant(),
        found.getString("reason"));
  }
}
