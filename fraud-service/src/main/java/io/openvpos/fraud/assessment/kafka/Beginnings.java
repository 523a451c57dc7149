package io.openvpos.fraud.assessment.kafka;

import io.openvpos.fraud.FraudSettings;
import io.openvpos.fraud.assessment.Assessor;
import io.openvpos.fraud.history.PaymentHistory;
import io.openvpos.fraud.snapshots.Snapshot;
import io.openvpos.fraud.snapshots.Snapshots;
import io.openvpos.fraud.state.UnreadableStateException;
import java.util.Optional;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/// What the state of a partition begins with: one kept warm, a snapshot, or nothing. A state is of
/// use only if the last record in it is before the first question still to be answered: another has
/// counted what is to be scored yet.
@Component
class Beginnings {

  private static final Logger LOGGER = LoggerFactory.getLogger(Beginnings.class);

  /// So many records are counted while a snapshot is read: one that saves fewer is not worth it.
  private static final long WORTH_A_SNAPSHOT = 10_000;

  private final ObjectProvider<Assessor> assessors;
  private final Snapshots snapshots;
  private final FraudSettings settings;

  /// @param assessors makes a new one, without a history, for each state
  Beginnings(ObjectProvider<Assessor> assessors, Snapshots snapshots, FraudSettings settings) {
    this.assessors = assessors;
    this.snapshots = snapshots;
    this.settings = settings;
  }

  /// A state to count on with.
  ///
  /// @param from `standby`, `snapshot` or `log`
  record Begun(CountedState state, String from) {}

  /// @param warm what stood by, if anything
  Begun begin(TopicPartition partition, ReplayPoint.Span span, @Nullable CountedState warm) {
    boolean usable =
        warm != null && warm.offset() >= span.readFrom() && warm.offset() < span.answerFrom();
    long newer = warm != null && usable ? warm.offset() + WORTH_A_SNAPSHOT : span.readFrom();
    Optional<CountedState> saved = saved(partition, newer, span.answerFrom());
    if (saved.isPresent()) {
      return new Begun(saved.get(), "snapshot");
    }
    return warm != null && usable ? new Begun(warm, "standby") : fromLog(span);
  }

  Begun fromLog(ReplayPoint.Span span) {
    return new Begun(CountedState.without(assessors.getObject(), span.readFrom()), "log");
  }

  /// Of the state's bytes. The cap of attempts is part of it: another gives another state.
  String schema() {
    return settings.maxAttemptsPerCard() + ";" + PaymentHistory.layout();
  }

  private Optional<CountedState> saved(TopicPartition partition, long from, long before) {
    Optional<Snapshot> found = snapshots.newest(partition.toString(), schema(), from, before);
    if (found.isEmpty()) {
      return Optional.empty();
    }
    try {
      Assessor assessor = assessors.getObject();
      assessor.restore(found.get().state());
      return Optional.of(CountedState.of(assessor, found.get()));
    } catch (UnreadableStateException e) {
      LOGGER.warn("the snapshot of {} at {} is left aside", partition, found.get().offset(), e);
      return Optional.empty();
    }
  }
}
