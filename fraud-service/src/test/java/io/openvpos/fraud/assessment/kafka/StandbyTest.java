package io.openvpos.fraud.assessment.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.openvpos.fraud.assessment.Assessment;
import io.openvpos.fraud.assessment.Assessor;
import io.openvpos.fraud.fakes.Payments;
import io.openvpos.fraud.history.FraudLabel;
import io.openvpos.fraud.history.Keys;
import io.openvpos.fraud.history.LabelTimeline;
import io.openvpos.fraud.history.Refund;
import io.openvpos.fraud.snapshots.Snapshots.Recovery;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.KafkaException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// A state that stands by is, wherever it is taken, the one that the log up to its last record
/// gives; and it is taken only where that record is before the first question still to be answered.
class StandbyTest {

  private static final String SOURCE = QuestionLog.PARTITION.toString();
  private static final Duration BETWEEN = Duration.ofMinutes(20);
  private static final int CARDS = 12;
  private static final long SEED = Long.getLong("seed", 69);

  private final LabelTimeline labels = new LabelTimeline();
  private final QuestionLog log = new QuestionLog();
  private final Random random = new Random(SEED);
  private Instant now = Payments.NOON.minus(Duration.ofDays(40));

  @Test
  void whatIsAnsweredIsCountedAndNothingBeyond() {
    ScorerInstance instance = instance();
    ask(100);
    stands(60);
    assertThat(instance.standby.round()).isZero();
    assertThat(instance.states.size()).isZero();

    instance.join();
    assertThat(instance.standby.round()).isZero();
    stands(83);
    assertThat(instance.standby.round()).isZero();

    CountedState taken = Objects.requireNonNull(instance.states.take(QuestionLog.PARTITION));
    assertThat(taken.offset()).isEqualTo(82);
    assertThat(taken.assessor().digest()).isEqualTo(played(83).digest());
  }

  @Test
  void whatIsOwnedIsNotFollowed() {
    ScorerInstance instance = instance();
    ask(10);
    stands(5);
    instance.own();
    assertThat(instance.standby.round()).isZero();
    assertThat(instance.states.size()).isZero();
    assertThat(instance.pollAll().asked()).hasSize(5);
    assertThat(from(instance)).isEqualTo("log");
  }

  @Test
  void aTakeOverAnswersFromTheFirstUnansweredOnAndReadsOneRecordTwice() {
    ScorerInstance instance = instance();
    ask(100);
    stands(60);
    instance.join();
    var _ = instance.standby.round();
    stands(64);
    instance.own();
    List<Asked> asked = instance.pollAll().asked();

    assertThat(asked).hasSize(36);
    assertThat(asked.getFirst().check().paymentId()).isEqualTo(payment(64));
    assertThat(asked.stream().map(each -> judged(each.made()))).isEqualTo(uninterrupted(64));
    Recovery recovery = recovery(instance);
    assertThat(recovery.from()).isEqualTo("standby");
    assertThat(recovery.replayed()).isEqualTo(4);
  }

  @Test
  void aStateAheadOfTheGroupWaitsUntilTheGroupHasGoneBeyondIt(@TempDir Path folder) {
    ScorerInstance first = new ScorerInstance(log, labels, folder);
    ask(40);
    stands(10);
    first.own();
    assertThat(first.pollAll().asked()).hasSize(30);
    first.giveUp();
    first.own();
    List<Asked> again = first.pollAll().asked();
    assertThat(from(first)).isEqualTo("log");
    assertThat(again.stream().map(each -> judged(each.made()))).isEqualTo(uninterrupted(10));

    first.giveUp();
    stands(40);
    ask(1);
    first.own();
    assertThat(first.pollAll().asked()).hasSize(1);
    assertThat(from(first)).isEqualTo("standby");
    first.close();
  }

  @Test
  void aLogThatWasMadeAnewIsReadFromItsBeginning() {
    ScorerInstance instance = instance();
    ask(50);
    stands(30);
    instance.join();
    var _ = instance.standby.round();
    log.records.clear();
    now = now.plus(Duration.ofHours(1));
    ask(45);
    stands(40);

    var _ = instance.standby.round();
    assertThat(instance.states.size()).isZero();
    assertThat(instance.standby.round()).isZero();
    CountedState taken = Objects.requireNonNull(instance.states.take(QuestionLog.PARTITION));
    assertThat(taken.assessor().digest()).isEqualTo(played(40).digest());
  }

  @Test
  void aLogThatLostItsEndIsFoundOutByItsOwnerToo() {
    ScorerInstance instance = instance();
    ask(50);
    stands(30);
    instance.join();
    var _ = instance.standby.round();
    log.records.subList(20, 50).clear();
    ask(30);
    instance.own();

    List<Asked> asked = instance.pollAll().asked();
    assertThat(asked.stream().map(each -> judged(each.made()))).isEqualTo(uninterrupted(30));
    assertThat(from(instance)).isEqualTo("log");
  }

  @Test
  void nothingIsHalfCountedWhileBrokerOrRegistryAreAway() {
    ScorerInstance instance = instance();
    ask(90);
    stands(30);
    instance.join();
    var _ = instance.standby.round();
    stands(60);
    instance.registryAway = true;
    assertThatThrownBy(instance.standby::round).isInstanceOf(KafkaException.class);
    instance.registryAway = false;
    log.away = true;
    assertThatThrownBy(instance.standby::round).isInstanceOf(KafkaException.class);
    log.away = false;
    stands(75);
    instance.own();
    List<Asked> asked = instance.pollAll().asked();
    assertThat(recovery(instance).replayed()).isEqualTo(45);
    assertThat(asked.stream().map(each -> judged(each.made()))).isEqualTo(uninterrupted(75));
  }

  /// Nothing is counted between the check of the log and the next question.
  @Test
  void aQuietPartitionGoesOnWithTheStateThatItBeganWith() {
    ScorerInstance instance = instance();
    ask(20);
    stands(20);
    instance.join();
    var _ = instance.standby.round();
    instance.own();
    assertThat(instance.pollAll().asked()).isEmpty();
    ask(1);
    assertThat(instance.poll().asked()).hasSize(1);
    assertThat(instance.recoveries()).hasSize(1);
    assertThat(recovery(instance))
        .extracting(Recovery::from, Recovery::replayed)
        .containsExactly("standby", 0L);
  }

  /// No event time is known then.
  @Test
  void aPartitionWhereNothingCouldBeReadYetCanBeTaken() {
    ScorerInstance instance = instance();
    log.ask("card-0", "poison", now);
    instance.own();
    log.committed = instance.poll().next().get(QuestionLog.PARTITION);
    instance.giveUp();
    assertThat(instance.standby.round()).isZero();
    instance.own();
    ask(1);
    assertThat(instance.pollAll().asked()).hasSize(1);
  }

  @Test
  void aSnapshotThatIsFarNewerIsTakenInstead(@TempDir Path folder) {
    ask(50);
    stands(40);
    ScorerInstance late = new ScorerInstance(log, labels, folder);
    late.join();
    var _ = late.standby.round();
    for (int i = 0; i < 10_100; i++) {
      log.ask("busy", "pay-busy-" + i, now);
    }
    stands(10_100);
    ScorerInstance other = new ScorerInstance(log, labels, folder);
    other.own();
    var _ = other.pollAll();
    stands(10_150);
    other.giveUp();
    other.close();

    ask(2);
    late.own();
    assertThat(late.pollAll().asked()).hasSize(2);
    assertThat(from(late)).isEqualTo("snapshot");
  }

  /// Two instances that take one partition from each other, orderly, by loss or by death, at any
  /// moment of questions, answers, commits and rounds.
  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 3, 4, 5})
  void everyAnswerIsTheOneOfARunWithoutInterruption(int run) {
    System.out.println("seed " + SEED + ", run " + run);
    random.setSeed(SEED + run);
    Map<String, Integer> taken = new HashMap<>();
    ScorerInstance owner = instance();
    ScorerInstance other = instance();
    owner.own();
    other.join();
    OffsetAndMetadata counted = null;
    List<Asked> asked = new ArrayList<>();
    for (int step = 0; step < 400; step++) {
      switch (random.nextInt(8)) {
        case 0, 1 -> ask(random.nextInt(18));
        case 2 -> askOddly();
        case 3, 4 -> {
          Batch batch = owner.poll();
          asked.addAll(batch.asked());
          counted = batch.next().getOrDefault(QuestionLog.PARTITION, counted);
        }
        case 5 -> log.committed = counted;
        case 6 -> {
          var _ = other.standby.round();
        }
        default -> {
          if (random.nextInt(3) == 0) {
            taken.merge(from(owner), 1, Integer::sum);
            ScorerInstance next = other;
            other = leaves(owner);
            owner = next;
            owner.own();
            counted = log.committed;
          }
        }
      }
    }
    asked.addAll(owner.pollAll().asked());

    Map<String, List<Judged>> right = new HashMap<>();
    Assessor uninterrupted = ScorerInstance.assessor(labels);
    log.records.forEach(each ->
        QuestionLog.meaning(each)
            .ifPresent(check ->
                right
                    .computeIfAbsent(check.paymentId(), id -> new ArrayList<>())
                    .add(judged(uninterrupted.assess(check)))));
    for (Asked each : asked) {
      assertThat(right.get(each.check().paymentId())).contains(judged(each.made()));
    }
    assertThat(asked.stream().map(each -> each.check().paymentId())).containsAll(right.keySet());
    assertThat(taken).containsKey("standby");
    System.out.println(log.records.size() + " questions, taken " + taken);
  }

  private ScorerInstance leaves(ScorerInstance owner) {
    switch (random.nextInt(3)) {
      case 0 -> owner.giveUp();
      case 1 -> owner.lose();
      default -> {
        ScorerInstance another = instance();
        another.join();
        return another;
      }
    }
    return owner;
  }

  /// What must be the same however often it is computed.
  private record Judged(Object velocity, @Nullable Object model, Object score) {}

  private static Judged judged(Assessment made) {
    return new Judged(made.velocity(), made.model(), made.score());
  }

  private ScorerInstance instance() {
    return new ScorerInstance(log, labels, null);
  }

  /// One in ten is labeled, one in ten refunded.
  private void ask(int questions) {
    for (int i = 0; i < questions; i++) {
      now = now.plus(BETWEEN);
      int number = log.records.size();
      String card = "card-" + random.nextInt(CARDS);
      log.ask(card, payment(number), now);
      label(number, card);
    }
  }

  /// What came last again, and something that says nothing.
  private void askOddly() {
    if (!log.records.isEmpty()) {
      ConsumerRecord<String, byte[]> last = log.records.getLast();
      log.ask(last.key(), new String(last.value(), StandardCharsets.UTF_8), now.plus(BETWEEN));
    }
    log.ask("card-0", "poison", now);
  }

  private void label(int number, String card) {
    if (random.nextInt(10) == 0) {
      labels.add(
          LabelTimeline.Place.of(now.toEpochMilli(), 0, number),
          new FraudLabel(
              now.toEpochMilli(),
              Keys.of(payment(number)),
              "test:" + card,
              "test:m" + payment(number).hashCode() % 3,
              true),
          now.toEpochMilli());
    }
    if (random.nextInt(10) == 0) {
      labels.add(
          LabelTimeline.Place.of(now.toEpochMilli(), 1, number),
          new Refund(Keys.of(payment(number)), "test:" + card, null));
    }
  }

  private static String payment(int number) {
    return "pay-" + number;
  }

  private void stands(int next) {
    log.committed =
        ReplayPoint.reached(next, Instant.ofEpochMilli(log.records.get(next - 1).timestamp()));
  }

  private Assessor played(int through) {
    Assessor assessor = ScorerInstance.assessor(labels);
    log.records
        .subList(0, through)
        .forEach(each -> QuestionLog.meaning(each).ifPresent(assessor::replay));
    return assessor;
  }

  private List<Judged> uninterrupted(int from) {
    Assessor assessor = played(from);
    return log.records.subList(from, log.records.size()).stream()
        .flatMap(each -> QuestionLog.meaning(each).stream())
        .map(each -> judged(assessor.assess(each)))
        .toList();
  }

  private static String from(ScorerInstance instance) {
    return recovery(instance).from();
  }

  private static Recovery recovery(ScorerInstance instance) {
    Recovery recovery = instance.recoveries().get(SOURCE);
    return recovery == null ? new Recovery("not yet", 0, Duration.ZERO) : recovery;
  }
}
