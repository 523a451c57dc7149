package io.openvpos.fraud.assessment.kafka;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.openvpos.fraud.FraudSettings;
import io.openvpos.fraud.FraudSettings.ModelSettings;
import io.openvpos.fraud.FraudSettings.RuleSettings;
import io.openvpos.fraud.FraudSettings.SnapshotSettings;
import io.openvpos.fraud.FraudSettings.StandbySettings;
import io.openvpos.fraud.assessment.Assessor;
import io.openvpos.fraud.assessment.RiskCheck;
import io.openvpos.fraud.fakes.Payments;
import io.openvpos.fraud.history.LabelTimeline;
import io.openvpos.fraud.history.PaymentHistory;
import io.openvpos.fraud.lists.ListsInForce;
import io.openvpos.fraud.lists.domain.ListPurpose;
import io.openvpos.fraud.model.Models;
import io.openvpos.fraud.model.ScoringModel;
import io.openvpos.fraud.rules.RulesInForce;
import io.openvpos.fraud.rules.judging.RunnableSet;
import io.openvpos.fraud.scoring.Judge;
import io.openvpos.fraud.scoring.ModelThresholds;
import io.openvpos.fraud.scoring.RuleBook;
import io.openvpos.fraud.snapshots.SnapshotFolder;
import io.openvpos.fraud.snapshots.Snapshots;
import io.openvpos.fraud.snapshots.Snapshots.Recovery;
import io.openvpos.fraud.velocity.CardVelocity;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.util.unit.DataSize;

/// An instance of the scorer as far as its partition's state goes: what owns it and what stands by,
/// on a [QuestionLog] and without a store.
final class ScorerInstance {

  private final QuestionLog log;
  private final QuestionLog.Reader consumer;
  private final Snapshots snapshots;
  final StandbyStates states;
  final RiskCheckReader owner;
  final StandbyReader standby;
  boolean registryAway;

  @SuppressWarnings("NullAway") // What no state depends on.
  ScorerInstance(QuestionLog log, LabelTimeline labels, @Nullable Path folder) {
    this.log = log;
    consumer = log.new Reader();
    FraudSettings settings = settings();
    snapshots =
        new Snapshots(
            folder == null ? null : new SnapshotFolder(folder),
            Duration.ofHours(1),
            DataSize.ofKilobytes(1),
            new SimpleMeterRegistry());
    ObjectProvider<Assessor> assessors =
        new ObjectProvider<>() {
          @Override
          public Assessor getObject() {
            return assessor(labels);
          }
        };
    RiskCheckDecoder decoder =
        new RiskCheckDecoder(null, null) {
          @Override
          Optional<RiskCheck> decode(ConsumerRecord<String, byte[]> received) {
            if (registryAway) {
              throw new org.apache.kafka.common.KafkaException("the registry is away");
            }
            return QuestionLog.meaning(received);
          }
        };
    states = new StandbyStates(settings);
    Beginnings beginnings = new Beginnings(assessors, snapshots, settings);
    ReplayPoint replayPoint = new ReplayPoint(Clock.fixed(Payments.NOON, ZoneOffset.UTC));
    owner =
        new RiskCheckReader(
            consumer,
            new RiskCheckReader.Parts(
                decoder, assessors, replayPoint, beginnings, states, snapshots, null, null),
            () -> {});
    standby =
        new StandbyReader(
            log.new Reader(),
            new StandbyReader.Parts(decoder, replayPoint, beginnings, states),
            Duration.ofSeconds(20));
  }

  /// Joins the group without a partition: stands by from then on.
  void join() {
    owner.onPartitionsAssigned(List.of());
  }

  void own() {
    owner.onPartitionsAssigned(List.of(QuestionLog.PARTITION));
  }

  /// Gives the partition up in an orderly way.
  void giveUp() {
    owner.onPartitionsRevoked(List.of(QuestionLog.PARTITION));
    join();
  }

  /// Learns that another has it already.
  void lose() {
    owner.onPartitionsLost(List.of(QuestionLog.PARTITION));
    join();
  }

  /// Reads once.
  Batch poll() {
    Batch batch = owner.read(consumer.poll(Duration.ZERO));
    owner.settle();
    return batch;
  }

  /// Reads to the log's end.
  Batch pollAll() {
    Batch all = new Batch(new java.util.ArrayList<>(), List.of(), new java.util.HashMap<>());
    do {
      Batch batch = poll();
      all.asked().addAll(batch.asked());
      all.next().putAll(batch.next());
    } while (consumer.position(QuestionLog.PARTITION) < log.records.size());
    return all;
  }

  Map<String, Recovery> recoveries() {
    return snapshots.recoveries();
  }

  /// Once what was begun to be written is on the disk.
  void close() {
    snapshots.close();
  }

  /// A state of its own, without a past.
  static Assessor assessor(LabelTimeline labels) {
    ScoringModel model =
        new ScoringModel() {
          @Override
          public String name() {
            return "none";
          }

          @Override
          public Score score(double[] vector) {
            return new Score(0.1, List.of());
          }
        };
    return new Assessor(
        new CardVelocity(1_000),
        new PaymentHistory(labels),
        new Models(model, null),
        new Judge(
            new RuleBook(settings().thresholds()),
            new ModelThresholds(ModelThresholds.NEVER, ModelThresholds.NEVER)),
        rules(),
        Clock.fixed(Payments.NOON, ZoneOffset.UTC));
  }

  @SuppressWarnings("NullAway") // Never refreshed.
  private static RulesInForce rules() {
    return new RulesInForce(
        null,
        new ListsInForce(null, Clock.systemUTC()),
        settings().thresholds(),
        RunnableSet.Observer.NONE);
  }

  private static FraudSettings settings() {
    return new FraudSettings(
        50,
        80,
        Map.of(),
        1_000,
        8,
        new ModelSettings(new ByteArrayResource(new byte[0]), null, 10_001, 10_001),
        new RuleSettings(Duration.ofSeconds(1), ListPurpose.WATCH, Duration.ofHours(24)),
        new SnapshotSettings("", Duration.ofMinutes(1), DataSize.ofKilobytes(1)),
        new StandbySettings(true, Duration.ofMillis(500)));
  }
}
