package io.openvpos.fraud.retraining;

import com.mongodb.reactivestreams.client.MongoDatabase;
import io.openvpos.fraud.assessment.mongo.MongoAssessments;
import io.openvpos.fraud.assessment.mongo.ServedVectors;
import io.openvpos.fraud.assessment.mongo.ServedVectors.Served;
import io.openvpos.fraud.features.FeatureSchema;
import io.openvpos.fraud.labels.Label;
import io.openvpos.fraud.labels.mongo.MongoLabels;
import io.openvpos.fraud.scoring.Decision;
import io.openvpos.fraud.scoring.ModelScore;
import io.openvpos.messaging.mongo.Documents;
import io.openvpos.money.Mode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// Reads payments with what was known of them at one time, and counts what it leaves aside. For one
/// run.
final class StoredPayments {

  private final Documents assessments;
  private final Mode mode;
  private final Map<String, Label> labels;
  private final Map<String, Long> otherSchemas = new TreeMap<>();
  private long withoutVector;
  private long declined;
  private @Nullable Instant newestLabel;

  StoredPayments(MongoDatabase database, Mode mode, Instant at) {
    this.assessments = Documents.plain(database, MongoAssessments.COLLECTION);
    this.mode = mode;
    this.labels = MongoLabels.standingAt(Documents.plain(database, MongoLabels.COLLECTION), at);
  }

  StoredPart read(Split.Days days) {
    List<StoredPart.Row> rows = new ArrayList<>();
    ServedVectors.between(
        assessments,
        mode,
        start(days.from()),
        start(days.to()),
        served -> row(served).ifPresent(rows::add));
    return new StoredPart(rows);
  }

  /// When the newest label was known of those that were used: whoever asks for this time gets the
  /// same rows.
  Optional<Instant> newestLabel() {
    return Optional.ofNullable(newestLabel);
  }

  LeftAside leftAside() {
    return new LeftAside(Map.copyOf(otherSchemas), withoutVector, declined);
  }

  private static Instant start(LocalDate day) {
    return day.atStartOfDay(ZoneOffset.UTC).toInstant();
  }

  private Optional<StoredPart.Row> row(Served served) {
    ModelScore model = served.model();
    if (model == null) {
      withoutVector++;
      return Optional.empty();
    }
    if (!model.schema().equals(FeatureSchema.hash())) {
      otherSchemas.merge(model.schema(), 1L, Long::sum);
      return Optional.empty();
    }
    Label label = labels.get(served.paymentId());
    if (label == null && served.decision() == Decision.DECLINE) {
      declined++;
      return Optional.empty();
    }
    if (label != null && (newestLabel == null || label.knownAt().isAfter(newestLabel))) {
      newestLabel = label.knownAt();
    }
    return Optional.of(
        new StoredPart.Row(
            served.paymentId(),
            served.requestedAt().toEpochMilli(),
            model.model(),
            model.probability(),
            model.features().stream().mapToDouble(Double::doubleValue).toArray(),
            label != null && label.fraud()));
  }
}
