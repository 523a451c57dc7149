package io.openvpos.fraud;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.backend.memory.MemoryBackend;
import io.openvpos.fraud.assessment.Assessment;
import io.openvpos.fraud.assessment.Assessments;
import io.openvpos.fraud.assessment.PartitionStates;
import io.openvpos.fraud.assessment.PartitionStates.PartitionState;
import io.openvpos.fraud.assessment.kafka.Recomputation;
import io.openvpos.fraud.embedded.Arguments;
import io.openvpos.fraud.embedded.Asker;
import io.openvpos.fraud.embedded.Asker.Question;
import io.openvpos.fraud.embedded.Broker;
import io.openvpos.fraud.embedded.HttpPeers;
import io.openvpos.fraud.embedded.StaffSigner;
import io.openvpos.fraud.scoring.ModelScore;
import io.openvpos.schemas.Topics;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ConfigurableApplicationContext;

/// Two instances of the scorer on a real broker, one of them a process of its own that is killed
/// with -9 and comes back, under questions some of which are asked twice.
final class TwoScorers implements AutoCloseable {

  private static final Duration SOON = Duration.ofMinutes(3);
  private static final long SEED = Long.getLong("seed", 9);
  private static final int CARDS = 60;
  private static final String HEAP = System.getProperty("kill.heap", "400m");
  private static final Duration PAUSE = Duration.ofMillis(5);

  private final String[] settings;
  private final StaffSigner signer = new StaffSigner();
  private final HttpPeers peers = HttpPeers.start(signer);
  private final MongoServer mongo = new MongoServer(new MemoryBackend());
  private final Broker broker;
  private final Admin admin;
  private final Asker asker;
  private final List<Question> asked = new ArrayList<>();
  private final Set<String> correlations = new HashSet<>();
  private final Instant start = Instant.now();
  private final Thread load = Thread.ofPlatform().unstarted(this::ask);
  private volatile boolean asking = true;
  private Process other;

  /// The one in this JVM.
  final ConfigurableApplicationContext service;

  /// @param more settings of both
  TwoScorers(Path folder, String... more) throws Exception {
    this(folder, 0, more);
  }

  /// @param answered questions that the topic has, answered before they start
  TwoScorers(Path folder, int answered, String... more) throws Exception {
    System.out.println("seed " + SEED);
    broker = Broker.start(folder.resolve("broker"));
    mongo.bind();
    settings = settings(folder.resolve("snapshots"), more);
    admin = Admin.create(Map.of("bootstrap.servers", broker.address()));
    asker =
        new Asker(
            broker.address(),
            peers.url(),
            IntStream.range(0, 4)
                .mapToObj(each -> new TopicPartition(Topics.ASSESSMENTS.name(), each))
                .toList());
    if (answered > 0) {
      AnsweredQuestions.write(answered, asker, admin, broker.address());
    }
    other = another();
    service = FraudApplication.start(settings);
    awaitMembers(2);
    load.start();
  }

  @Override
  public void close() {
    asking = false;
    await().atMost(SOON).until(() -> !load.isAlive());
    other.destroyForcibly();
    asker.close();
    admin.close();
    service.close();
    mongo.shutdownNow();
    peers.close();
    broker.close();
  }

  void awaitAsked(int more) {
    int before = count();
    await().atMost(SOON).until(() -> count() >= before + more);
  }

  void kill() throws InterruptedException {
    int _ = other.destroyForcibly().waitFor();
    awaitMembers(1);
  }

  void comeBack() throws IOException {
    other = another();
    awaitMembers(2);
  }

  /// What the one in this JVM owns.
  List<PartitionState> owned() {
    return service.getBean(PartitionStates.class).read();
  }

  /// Ends the load. Then every question is answered, every stored assessment is the one that the
  /// log alone gives, and so is every state that the one in this JVM owns.
  void verify() throws InterruptedException {
    asking = false;
    load.join();
    await().atMost(SOON).untilAsserted(() -> assertThat(unanswered()).isEmpty());
    Recomputation recomputed = new Recomputation(service);
    try (KafkaConsumer<String, byte[]> consumer = reader()) {
      recomputed.play(consumer);
    }
    Assessments stored = service.getBean(Assessments.class);
    for (Question question : asked) {
      List<Assessment> kept = stored.ofPayment(question.paymentId());
      assertThat(kept).as(question.paymentId()).hasSize(1);
      assertThat(recomputed.of(question.paymentId()).stream().map(Judged::of))
          .as(question.paymentId())
          .contains(Judged.of(kept.getFirst()));
    }
    List<PartitionState> owned = owned();
    assertThat(owned).isNotEmpty();
    for (PartitionState state : owned) {
      assertThat(state.digest()).as("%s", state).isEqualTo(recomputed.digest(state.partition()));
    }
    System.out.printf("%d questions%n", asked.size());
  }

  /// What must be the same however often it is computed.
  private record Judged(Object velocity, @Nullable ModelScore model, Object score) {

    static Judged of(Assessment assessment) {
      return new Judged(assessment.velocity(), assessment.model(), assessment.score());
    }
  }

  /// One in ten is asked twice.
  private void ask() {
    Random random = new Random(SEED);
    while (asking) {
      LockSupport.parkNanos(PAUSE.toNanos());
      int number = asked.size();
      Question question =
          new Question("card-" + random.nextInt(CARDS), "pay_" + number, "h", number % 4);
      Instant at = start.plusMillis(number * 100L - random.nextInt(1_000));
      synchronized (asked) {
        asked.add(question);
        correlations.add(asker.ask(question, at));
        if (random.nextInt(10) == 0) {
          correlations.add(asker.ask(question, at.plusMillis(50)));
        }
      }
    }
  }

  private Set<String> unanswered() {
    Set<String> left = new HashSet<>(correlations);
    asker.answers().forEach(each -> left.remove(each.value().getCorrelationId()));
    return left;
  }

  private int count() {
    synchronized (asked) {
      return asked.size();
    }
  }

  private void awaitMembers(int members) {
    await()
        .atMost(SOON)
        .ignoreExceptions()
        .until(() -> {
          var group =
              admin
                  .describeConsumerGroups(List.of(Topology.SCORING_GROUP))
                  .all()
                  .get()
                  .values()
                  .iterator()
                  .next();
          return group.members().stream()
                  .filter(each -> !each.assignment().topicPartitions().isEmpty())
                  .count()
              == members;
        });
  }

  private Process another() throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(
        List.of(
            "-Xmx" + HEAP,
            "-XX:TieredStopAtLevel=1",
            "-XX:+UseSerialGC",
            "--sun-misc-unsafe-memory-access=allow",
            "-cp",
            System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
            FraudApplication.class.getName()));
    command.addAll(Arrays.asList(settings));
    return new ProcessBuilder(command)
        .redirectOutput(Redirect.DISCARD)
        .redirectError(Redirect.INHERIT)
        .start();
  }

  private KafkaConsumer<String, byte[]> reader() {
    return new KafkaConsumer<>(
        Map.of("bootstrap.servers", broker.address()),
        new StringDeserializer(),
        new ByteArrayDeserializer());
  }

  private String[] settings(Path snapshots, String... more) {
    List<String> all = new ArrayList<>(List.of("--vpos.fraud.snapshots.folder=" + snapshots));
    all.addAll(List.of(more));
    return Arguments.of(broker, peers, mongo, all.toArray(String[]::new));
  }
}
