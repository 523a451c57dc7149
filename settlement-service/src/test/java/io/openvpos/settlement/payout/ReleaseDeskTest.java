package io.openvpos.settlement.payout;

import static org.assertj.core.api.Assertions.assertThat;

import io.openvpos.money.Mode;
import io.openvpos.settlement.fakes.MemoryStore;
import io.openvpos.settlement.fakes.Terms;
import io.openvpos.settlement.payout.domain.FileStore;
import io.openvpos.settlement.payout.domain.FileStore.DueFile;
import io.openvpos.settlement.payout.domain.Release;
import io.openvpos.settlement.payout.domain.Release.Outcome;
import io.openvpos.settlement.payout.domain.Release.Refusal;
import io.openvpos.settlement.payout.domain.Release.Status;
import io.openvpos.settlement.payout.domain.Release.Step;
import io.openvpos.settlement.payout.domain.ReleaseStore;
import io.openvpos.settlement.payout.mongo.MongoFileStore;
import io.openvpos.settlement.payout.mongo.MongoReleaseStore;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class ReleaseDeskTest {

  private static final LocalDate D = LocalDate.parse("2026-11-23");
  private static final Instant NOW = Instant.parse("2026-11-24T06:00:00Z");
  private static final String FILE = "VPOS-2026-11-23-live-TRY";

  private final MemoryStore memory = new MemoryStore();
  private final FileStore files =
      new MongoFileStore(memory.versioned("payout_files"), Release.WAITING);
  private final ReleaseStore store = new MongoReleaseStore(memory.versioned("payout_files"));
  private final ReleaseDesk desk = new ReleaseDesk(store, Clock.fixed(NOW, ZoneOffset.UTC));

  ReleaseDeskTest() {
    files.insertMissing(due(FILE), 2, 195_80);
  }

  @AfterEach
  void close() {
    memory.close();
  }

  @Test
  void aFileGoesToTheBankOnlyAfterTwoPeople() {
    assertThat(files.open()).isEmpty();

    assertThat(desk.release(FILE, Optional.empty(), "ayşe@bank.test"))
        .containsInstanceOf(Outcome.Changed.class);
    assertThat(files.open()).isEmpty();
    assertThat(desk.release(FILE, Optional.empty(), "ayşe@bank.test"))
        .contains(new Outcome.Refused(Refusal.SECOND_PERSON_REQUIRED));
    assertThat(files.open()).isEmpty();

    assertThat(desk.release(FILE, Optional.empty(), "mehmet@bank.test"))
        .containsInstanceOf(Outcome.Changed.class);
    assertThat(files.open()).containsExactly(due(FILE));
    assertThat(store.find(FILE).orElseThrow().release().steps())
        .extracting(Step::by)
        .containsExactly("ayşe@bank.test", "mehmet@bank.test");
  }

  @Test
  void whoMeantToProposeDoesNotApprove() {
    Optional<String> read = Optional.of(store.find(FILE).orElseThrow().release().stand());
    desk.release(FILE, read, "a");

    assertThat(desk.release(FILE, read, "b"))
        .contains(new Outcome.Refused(Refusal.RELEASE_CHANGED));
    assertThat(files.open()).isEmpty();
    Optional<String> proposed = Optional.of(store.find(FILE).orElseThrow().release().stand());
    desk.reject(FILE, "a", "Yanlış gün");
    assertThat(desk.release(FILE, proposed, "b"))
        .contains(new Outcome.Refused(Refusal.RELEASE_CHANGED));
    desk.release(FILE, Optional.of("2"), "a");
    desk.release(FILE, Optional.of("3"), "b");

    assertThat(files.open()).containsExactly(due(FILE));
  }

  @Test
  void whatIsReleasedStaysSo() {
    desk.release(FILE, Optional.empty(), "a");
    desk.release(FILE, Optional.empty(), "b");

    assertThat(desk.release(FILE, Optional.empty(), "c")).contains(new Outcome.Same());
    assertThat(desk.reject(FILE, "c", "too late"))
        .contains(new Outcome.Refused(Refusal.NOT_PROPOSED));
    files.settled(FILE);
    assertThat(desk.release(FILE, Optional.empty(), "c")).contains(new Outcome.Same());
    assertThat(files.open()).isEmpty();
  }

  @Test
  void aRejectedProposalStartsAgainAndIsRemembered() {
    desk.release(FILE, Optional.empty(), "a");
    desk.reject(FILE, "b", "Yanlış gün");

    assertThat(desk.release(FILE, Optional.empty(), "b")).containsInstanceOf(Outcome.Changed.class);
    assertThat(files.open()).isEmpty();
    Release release = store.find(FILE).orElseThrow().release();
    assertThat(release.status()).isEqualTo(Status.PROPOSED);
    assertThat(release.steps())
        .hasSize(3)
        .element(1)
        .extracting(Step::reason)
        .isEqualTo("Yanlış gün");
  }

  @Test
  void ofManyAtOnceOneProposesAndOneOtherApproves() throws InterruptedException {
    Queue<Outcome> outcomes = new ConcurrentLinkedQueue<>();
    try (ExecutorService threads = Executors.newFixedThreadPool(8)) {
      for (int i = 0; i < 40; i++) {
        String person = "person" + i % 5;
        threads.execute(
            () -> outcomes.add(desk.release(FILE, Optional.empty(), person).orElseThrow()));
      }
    }

    assertThat(outcomes).hasSize(40);
    assertThat(outcomes.stream().filter(Outcome.Changed.class::isInstance)).hasSize(2);
    List<Step> steps = store.find(FILE).orElseThrow().release().steps();
    assertThat(steps).hasSize(2);
    assertThat(steps.getFirst().by()).isNotEqualTo(steps.getLast().by());
  }

  @Test
  void anUnknownFileIsNoFile() {
    assertThat(desk.release("none", Optional.empty(), "a")).isEmpty();
    assertThat(desk.reject("none", "a", "why")).isEmpty();
  }

  @Test
  void filesAreFoundByDayAndStatusNewestFirst() {
    files.insertMissing(due("VPOS-2026-11-23-live-USD"), 1, 1);
    desk.release(FILE, Optional.empty(), "a");

    assertThat(store.list(D, null, null, 10))
        .extracting(ReleaseStore.FileToRelease::messageId)
        .containsExactly("VPOS-2026-11-23-live-USD", FILE);
    assertThat(store.list(null, Status.PROPOSED, null, 10))
        .extracting(ReleaseStore.FileToRelease::messageId)
        .containsExactly(FILE);
    assertThat(store.list(D.plusDays(1), null, null, 10)).isEmpty();
    assertThat(store.list(null, null, "VPOS-2026-11-23-live-USD", 10)).hasSize(1);
  }

  private static DueFile due(String id) {
    String currency = id.substring(id.length() - 3);
    return new DueFile(id, D, Mode.LIVE, currency, NOW, Terms.DEBTOR, null);
  }
}
