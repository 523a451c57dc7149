package io.openvpos.authorization.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.openvpos.authorization.fakes.MemoryStore;
import io.openvpos.authorization.profile.MutableClock;
import io.openvpos.authorization.vault.CardUseRows.Question;
import io.openvpos.authorization.vault.mongo.MongoCardUses;
import io.openvpos.money.Mode;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/// Uses are in the store when the call returns, and many that come at once share a write.
class CardUsesTest {

  private static final int MANY = 200;

  @Test
  void manyAtOnceAreAllRecordedInFewWrites() throws InterruptedException, ExecutionException {
    InMemoryCardUses rows = new InMemoryCardUses();
    CountDownLatch firstWrites = new CountDownLatch(1);
    CountDownLatch others = new CountDownLatch(1);
    CardUses uses =
        new CardUses(new Held(rows, firstWrites, others), Clock.systemUTC(), new SecureRandom());
    List<Future<?>> calls = new ArrayList<>();
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      calls.add(threads.submit(() -> record(uses, 0)));
      firstWrites.await();
      // A write is on its way: what comes now waits for the next.
      CountDownLatch begun = new CountDownLatch(MANY);
      for (int i = 1; i <= MANY; i++) {
        int number = i;
        calls.add(
            threads.submit(() -> {
              begun.countDown();
              record(uses, number);
            }));
      }
      begun.await();
      others.countDown();
      for (Future<?> call : calls) {
        call.get();
      }
    }

    assertThat(rows.all).extracting(CardUse::token).doesNotHaveDuplicates().hasSize(MANY + 1);
    assertThat(rows.writes.get()).isLessThan(MANY / 2);
  }

  @Test
  void afterAnOutageTheNextOneIsRecorded() {
    InMemoryCardUses rows = new InMemoryCardUses();
    CardUses uses = rows.uses();
    rows.away = true;
    assertThatThrownBy(() -> record(uses, 1)).isInstanceOf(VaultUnavailableException.class);
    rows.away = false;

    record(uses, 2);

    assertThat(rows.all).extracting(CardUse::token).containsExactly("tok_2");
  }

  @Test
  void whatWaitedTooLongIsNotRecordedAndSoNotRead() throws Exception {
    InMemoryCardUses rows = new InMemoryCardUses();
    CountDownLatch firstWrites = new CountDownLatch(1);
    CountDownLatch others = new CountDownLatch(1);
    MutableClock clock = new MutableClock(InMemoryCardUses.NOW);
    CardUses uses = new CardUses(new Held(rows, firstWrites, others), clock, new SecureRandom());
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      Future<?> first = threads.submit(() -> record(uses, 0));
      firstWrites.await();
      Future<?> late = threads.submit(() -> record(uses, 1));
      await().until(uses::waiting, waiting -> waiting == 1);
      clock.advance(CardUses.LATEST.plusMillis(1));
      others.countDown();

      first.get();
      assertThatThrownBy(late::get).hasCauseInstanceOf(VaultUnavailableException.class);
    }
    assertThat(rows.all).extracting(CardUse::token).containsExactly("tok_0");
    record(uses, 2);
    assertThat(rows.all).hasSize(2);
  }

  @Test
  void anAuditorReadsThemNewestFirstByTokenOrMerchantInPages() {
    try (MemoryStore store = new MemoryStore()) {
      CardUseRows rows = MongoCardUses.in(store.database());
      for (int i = 0; i < 5; i++) {
        Instant at = InMemoryCardUses.NOW.plusSeconds(i);
        rows.insert(
            List.of(
                CardUse.of(row(i % 2), UseReason.payment("pay_" + i), at, "a"),
                CardUse.of(row(2), UseReason.reversal("rrn" + i), at, "b")));
      }

      List<CardUse> page = rows.list(new Question("tok_0", null, null, 2));
      assertThat(page).extracting(CardUse::reference).containsExactly("pay_4", "pay_2");
      assertThat(rows.list(new Question("tok_0", null, page.getLast().id(), 2)))
          .extracting(CardUse::reference)
          .containsExactly("pay_0");
      assertThat(rows.list(new Question(null, "m_1", null, 10))).hasSize(10);
      assertThat(rows.list(new Question(null, "m_2", null, 10))).isEmpty();
    }
  }

  private static void record(CardUses uses, int number) {
    uses.record(List.of(row(number)), UseReason.payment("pay_" + number));
  }

  private static VaultRow row(int number) {
    String token = "tok_" + number;
    return new VaultRow(
        token,
        List.of("1:" + number),
        token,
        "m_1",
        Mode.TEST,
        "sealed",
        "3012",
        InMemoryCardUses.NOW,
        0,
        VaultRow.Standing.of(TokenUsage.MULTI_USE));
  }

  /// A store whose first write waits.
  private record Held(CardUseRows rows, CountDownLatch begun, CountDownLatch released)
      implements CardUseRows {

    @Override
    public void insert(List<CardUse> uses) {
      begun.countDown();
      try {
        released.await();
      } catch (InterruptedException e) {
        throw new IllegalStateException(e);
      }
      rows.insert(uses);
    }

    @Override
    public List<CardUse> list(Question question) {
      return rows.list(question);
    }

    @Override
    public Optional<Instant> firstFrom(Instant from) {
      return rows.firstFrom(from);
    }

    @Override
    public Iterator<CardUse> between(Instant from, Instant to) {
      return rows.between(from, to);
    }

    @Override
    public void removeBefore(Instant at) {
      rows.removeBefore(at);
    }
  }
}
