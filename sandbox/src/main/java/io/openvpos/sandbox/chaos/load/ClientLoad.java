package io.openvpos.sandbox.chaos.load;

import io.openvpos.sandbox.chaos.process.Waiting;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/// Visits that begin at a steady rate, whatever became of those before, until it is told to stop.
/// Shops have so many checkouts: a platform that is down is not met by a flood when it is up again.
public final class ClientLoad {

  private static final int CHECKOUTS = 50;
  private static final Duration VISITS_END_WITHIN = Duration.ofMinutes(3);
  private static final Duration SETTLED_WITHIN = Duration.ofMinutes(3);

  private final Client client;
  private final EarlierCalls earlier = new EarlierCalls();
  private final long seed;
  private final Duration between;
  private final ExecutorService shoppers = Executors.newVirtualThreadPerTaskExecutor();
  private final Thread arrivals =
      Thread.ofPlatform().name("arrivals").daemon().unstarted(this::arrive);
  private final Semaphore checkouts = new Semaphore(CHECKOUTS);
  private volatile boolean stopped;
  private volatile long visits;
  private final AtomicLong turnedAway = new AtomicLong();

  /// @param rate visits a second
  public ClientLoad(Client client, long seed, int rate) {
    this.client = client;
    this.seed = seed;
    this.between = Duration.ofSeconds(1).dividedBy(rate);
  }

  public void start() {
    arrivals.start();
  }

  private void arrive() {
    long due = System.nanoTime();
    for (long number = 1; !stopped; number++) {
      if (checkouts.tryAcquire()) {
        visit(number);
      } else {
        turnedAway.incrementAndGet();
      }
      visits = number;
      due += between.toNanos();
      long left = due - System.nanoTime();
      if (left > 0) {
        Waiting.pause(Duration.ofNanos(left));
      }
    }
  }

  private void visit(long number) {
    Visit visit = new Visit(client, earlier, seed, number);
    shoppers.execute(() -> {
      try {
        visit.run();
      } finally {
        checkouts.release();
      }
    });
  }

  /// Everybody who came.
  public long visits() {
    return visits;
  }

  /// Those of them who found no checkout free.
  public long turnedAway() {
    return turnedAway.get();
  }

  /// Lets nobody in any more and waits until all have left.
  public void stop() {
    stopped = true;
    shoppers.shutdown();
    try {
      arrivals.join();
      if (!shoppers.awaitTermination(VISITS_END_WITHIN.toSeconds(), TimeUnit.SECONDS)) {
        throw new IllegalStateException("visits do not end within " + VISITS_END_WITHIN);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while the visits end", e);
    }
  }

  /// Asks once more, with its key, whatever was never answered.
  public AskedAgain askAgain() {
    return new AskingAgain(client, new Random(seed)).run();
  }

  /// Reads whatever was told to be under way until it is settled, which goes to the journal too;
  /// what did not settle.
  public List<String> readSettled(List<Unsettled> unsettled) {
    long end = System.nanoTime() + SETTLED_WITHIN.toNanos();
    List<Unsettled> left = unsettled;
    while (!left.isEmpty() && System.nanoTime() - end < 0) {
      List<Unsettled> still = new ArrayList<>();
      for (Unsettled one : left) {
        if (!isSettled(one)) {
          still.add(one);
        }
      }
      left = still;
      Waiting.pause(Duration.ofMillis(left.isEmpty() ? 0 : 500));
    }
    return left.stream().map(Unsettled::path).toList();
  }

  /// Reads each payment under the orders of sessions: the shops hear of these in no other way.
  public void readPayments(List<Unsettled> sessions) {
    for (Unsettled session : sessions) {
      Call about = session.creation();
      for (String id : client.payments(about, 0).orElse(List.of())) {
        client.read(about.payment(id), "/v1/payments/" + id, 0);
      }
    }
  }

  private boolean isSettled(Unsettled one) {
    return Told.of(client.read(one.creation(), one.path(), 0))
        .filter(told -> !told.isUnsettled())
        .isPresent();
  }

  /// Something told to be under way.
  ///
  /// @param creation names its shop and payment
  /// @param path where it is read
  public record Unsettled(Call creation, String path) {}
}
