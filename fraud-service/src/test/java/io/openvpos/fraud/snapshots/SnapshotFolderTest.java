package io.openvpos.fraud.snapshots;

import static org.assertj.core.api.Assertions.assertThat;

import io.openvpos.fraud.history.Attempt;
import io.openvpos.fraud.history.Attempt.CardKind;
import io.openvpos.fraud.history.FraudLabel;
import io.openvpos.fraud.history.LabelTimeline;
import io.openvpos.fraud.history.PaymentHistory;
import io.openvpos.fraud.history.Refund;
import io.openvpos.fraud.state.StateCopy;
import io.openvpos.fraud.state.StateReader;
import io.openvpos.fraud.velocity.CardVelocity;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A log of some thousand attempts, busy merchants that spill into hours, labels and refunds among
/// them. The state after any crash must be the one of a run that was never interrupted.
class SnapshotFolderTest {

  private static final String SOURCE = "authorization.risk-checks.v1-2";
  private static final String SCHEMA = PaymentHistory.layout();
  private static final long START = Instant.parse("2026-01-05T08:00:00Z").toEpochMilli();
  private static final long SEED = Long.getLong("seed", 4);

  private final LabelTimeline labels = new LabelTimeline();
  private final List<Attempt> log = new ArrayList<>();
  private final Random random = new Random(SEED);
  private final SnapshotFolder folder;
  private final Path place;

  SnapshotFolderTest(@TempDir Path place) {
    System.out.println("seed " + SEED);
    this.place = place;
    folder = new SnapshotFolder(place);
    long at = START;
    for (int i = 0; i < 5_000; i++) {
      at += random.nextInt(900_000);
      long late = random.nextInt(10) == 0 ? random.nextInt(3_600_000) : 0;
      Attempt attempt = attempt(at - late, random.nextInt(20) == 0 ? i - 1 : i);
      log.add(attempt);
      if (random.nextInt(20) == 0) {
        FraudLabel label =
            new FraudLabel(
                attempt.atMillis(),
                attempt.paymentKey(),
                attempt.card(),
                attempt.terminal(),
                random.nextInt(5) > 0);
        long known = at + random.nextInt(30) * 86_400_000L;
        labels.add(LabelTimeline.Place.of(known, i % 4, i), label, known);
      }
      if (random.nextInt(10) == 0) {
        labels.add(
            LabelTimeline.Place.of(at + random.nextInt(20) * 86_400_000L, 4, i),
            new Refund(attempt.paymentKey(), attempt.card(), attempt.email()));
      }
    }
  }

  @Test
  void aSnapshotIsOfTheMomentItWasBegunWhateverIsCountedBeforeItIsWhole() {
    String uninterrupted = played(log.size()).digest();
    for (int i = 0; i < 5; i++) {
      int cut = 1_000 + random.nextInt(1_000);
      State state = played(cut);
      StateCopy copy = state.copy();
      int whole = cut;
      while (random.nextInt(4) > 0 || !copy.goOn(1 + random.nextInt(100))) {
        state.count(log.get(whole++));
      }
      assertThat(whole - cut).isBetween(300, 3_000);
      folder.write(new Snapshot(SOURCE, SCHEMA, cut - 1, 7, copy.toBytes()));
      assertThat(recovered(cut).digest()).isEqualTo(played(cut).digest());
      assertThat(recovered(log.size()).digest()).isEqualTo(uninterrupted);
      log.subList(whole, log.size()).forEach(state::count);
      assertThat(state.digest()).isEqualTo(uninterrupted);
    }
  }

  /// A partition that is lost goes on elsewhere; what was begun of it must not cost anything there.
  @Test
  void aCopyThatIsGivenUpNeverIsWholeAndAnotherIsNotTouched() {
    State state = played(1_000);
    StateCopy first = state.copy();
    first.goOn(1_000);
    StateCopy second = state.copy();
    first.giveUp();
    log.subList(1_000, 1_500).forEach(state::count);
    folder.write(new Snapshot(SOURCE, SCHEMA, 999, 7, second.finish().toBytes()));
    assertThat(recovered(1_000).digest()).isEqualTo(played(1_000).digest());
  }

  @Test
  void aStartFromAnySnapshotEndsInTheStateOfARunWithoutOne() {
    String uninterrupted = played(log.size()).digest();
    for (int i = 0; i < 5; i++) {
      int cut = random.nextInt(log.size());
      folder.write(snapshot(cut));
      assertThat(recovered(log.size()).digest()).as("cut at %d", cut).isEqualTo(uninterrupted);
    }
  }

  @Test
  void whatIsAheadOfTheGroupIsNotUsed() {
    folder.write(snapshot(4_000));
    folder.write(snapshot(4_800));
    assertThat(folder.newest(SOURCE, SCHEMA, 4_500)).map(Snapshot::offset).contains(4_000L);
    assertThat(folder.newest(SOURCE, SCHEMA, 4_800)).map(Snapshot::offset).contains(4_000L);
    assertThat(folder.newest(SOURCE, SCHEMA, 4_801)).map(Snapshot::offset).contains(4_800L);
    assertThat(folder.newest(SOURCE, SCHEMA, 4_000)).isEmpty();
  }

  @Test
  void aDamagedFileIsLeftAsideForTheOneBeforeAndThenForTheLog() throws IOException {
    String uninterrupted = played(log.size()).digest();
    folder.write(snapshot(2_000));
    folder.write(snapshot(4_500));
    for (Path file : files()) {
      byte[] whole = Files.readAllBytes(file);
      for (int i = 0; i < 4; i++) {
        byte[] damaged = whole.clone();
        damaged[random.nextInt(damaged.length)] ^= (byte) (1 << random.nextInt(8));
        Files.write(file, damaged);
        assertThat(recovered(log.size()).digest()).isEqualTo(uninterrupted);
        Files.write(file, Arrays.copyOf(whole, random.nextInt(whole.length)));
        assertThat(recovered(log.size()).digest()).isEqualTo(uninterrupted);
      }
    }
    assertThat(folder.newest(SOURCE, SCHEMA, Long.MAX_VALUE)).isEmpty();
  }

  @Test
  void aHalfWrittenOneIsNoSnapshotAndGoesWithTheNextWrite() throws IOException {
    Files.write(place.resolve(SOURCE + "-123.tmp"), new byte[] {1, 2, 3});
    assertThat(folder.newest(SOURCE, SCHEMA, Long.MAX_VALUE)).isEmpty();
    folder.write(snapshot(100));
    assertThat(files()).hasSize(1);
  }

  @Test
  void anotherSchemaOrPartitionIsNotRead() throws IOException {
    folder.write(snapshot(100));
    assertThat(folder.newest(SOURCE, SCHEMA + "x", Long.MAX_VALUE)).isEmpty();
    Path own = files().getFirst();
    String other = "authorization.risk-checks.v1-3";
    Files.copy(own, place.resolve(other + "@100.state"));
    assertThat(folder.newest(other, SCHEMA, Long.MAX_VALUE)).isEmpty();
    assertThat(folder.newest(SOURCE, SCHEMA, Long.MAX_VALUE)).isPresent();
  }

  @Test
  void theThreeNewestAreKeptForTheirOwnerOnly() throws IOException {
    for (int cut = 100; cut <= 600; cut += 100) {
      folder.write(snapshot(cut));
      for (Path file : files()) {
        var _ = file.toFile().setLastModified(START + 1_000 * Long.parseLong(offset(file)));
      }
    }
    assertThat(files().stream().map(SnapshotFolderTest::offset))
        .containsExactlyInAnyOrder("400", "500", "600");
    assertThat(Files.getPosixFilePermissions(files().getFirst())).hasSize(2);
  }

  @Test
  void aRecordIsToldFromAnotherAtItsOffset() {
    byte[] value = {1, 2};
    long mark = RecordMark.of(START, "card", value);
    assertThat(RecordMark.of(START, "card", new byte[] {1, 2})).isEqualTo(mark);
    assertThat(RecordMark.of(START + 1, "card", value)).isNotEqualTo(mark);
    assertThat(RecordMark.of(START, "karat", value)).isNotEqualTo(mark);
    assertThat(RecordMark.of(START, "card", null)).isNotEqualTo(mark);
  }

  /// Both states of a partition, as the scorer holds them.
  private record State(CardVelocity velocity, PaymentHistory history) {

    String digest() {
      return velocity.digest() + history.digest();
    }

    void count(Attempt attempt) {
      history.record(attempt);
      velocity.count(
          attempt.card(),
          Long.toString(attempt.paymentKey()),
          Instant.ofEpochMilli(attempt.atMillis()));
    }

    StateCopy copy() {
      StateCopy copy = new StateCopy();
      velocity.save(copy);
      history.save(copy);
      return copy;
    }
  }

  private State begun() {
    return new State(new CardVelocity(1_000), new PaymentHistory(labels));
  }

  private State played(int through) {
    State state = begun();
    log.subList(0, through).forEach(state::count);
    return state;
  }

  private State recovered(int through) {
    Optional<Snapshot> found = folder.newest(SOURCE, SCHEMA, through);
    State state = begun();
    found.ifPresent(snapshot -> {
      StateReader in = new StateReader(snapshot.state());
      state.velocity().restore(in);
      state.history().restore(in);
      in.end();
    });
    int from = found.map(snapshot -> (int) snapshot.offset() + 1).orElse(0);
    log.subList(from, through).forEach(state::count);
    return state;
  }

  /// Of the state after the record at `offset`.
  private Snapshot snapshot(int offset) {
    return new Snapshot(SOURCE, SCHEMA, offset, 7, played(offset + 1).copy().finish().toBytes());
  }

  private List<Path> files() throws IOException {
    try (Stream<Path> found = Files.list(place)) {
      return found.toList();
    }
  }

  private static String offset(Path file) {
    return file.getFileName().toString().replaceAll(".*@|\\.state", "");
  }

  private Attempt attempt(long at, int payment) {
    return new Attempt(
        at,
        payment + 1L,
        "kart-ğ" + random.nextInt(300),
        "m" + random.nextInt(3),
        100 + random.nextInt(50_000),
        "4155650" + random.nextInt(3),
        "10.0.0." + random.nextInt(50),
        random.nextBoolean() ? "ayşe" + random.nextInt(90) + "@örnek.com" : null,
        null,
        CardKind.DOMESTIC,
        1);
  }
}
