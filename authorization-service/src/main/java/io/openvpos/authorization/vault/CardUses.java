package io.openvpos.authorization.vault;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.locks.ReentrantLock;

/// Records who reads a stored card number, before it is read. What comes while a write is on its
/// way goes with the next one, all together: one write at a time, however many payments wait.
final class CardUses {

  /// How long a use may wait before it is on its way to the store.
  static final Duration LATEST = Duration.ofMinutes(1);

  private static final int RANDOM_BYTES = 8;

  private final CardUseRows rows;
  private final Clock clock;
  private final SecureRandom random;
  private final ReentrantLock writing = new ReentrantLock();
  private final ReentrantLock filling = new ReentrantLock();
  private Batch next = new Batch();

  CardUses(CardUseRows rows, Clock clock, SecureRandom random) {
    this.rows = rows;
    this.clock = clock;
    this.random = random;
  }

  private static final class Batch {
    private final List<CardUse> uses = new ArrayList<>();
    private final CompletableFuture<Boolean> written = new CompletableFuture<>();
  }

  /// Returns once it is stored; throws if it is not, and then the rows may not be opened.
  void record(List<VaultRow> opened, UseReason reason) {
    if (opened.isEmpty()) {
      return;
    }
    Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    List<CardUse> uses =
        opened.stream().map(row -> CardUse.of(row, reason, now, random())).toList();
    Batch mine;
    boolean first;
    filling.lock();
    try {
      mine = next;
      first = mine.uses.isEmpty();
      mine.uses.addAll(uses);
    } finally {
      filling.unlock();
    }
    if (first) {
      write(mine);
    }
    await(mine);
  }

  /// Whoever is first in a batch writes it, after the one before.
  private void write(Batch batch) {
    writing.lock();
    try {
      close();
      refuseLate(batch);
      rows.insert(batch.uses);
      batch.written.complete(true);
    } catch (RuntimeException e) {
      batch.written.completeExceptionally(e);
    } finally {
      // Where an error came out of it nobody waits for ever.
      batch.written.cancel(false);
      writing.unlock();
    }
  }

  /// What waited so long might come into a stretch that is sealed already.
  private void refuseLate(Batch batch) {
    if (batch.uses.getFirst().at().plus(LATEST).isBefore(clock.instant())) {
      throw new IllegalStateException("the record of a reading waited for too long");
    }
  }

  private void close() {
    filling.lock();
    try {
      next = new Batch();
    } finally {
      filling.unlock();
    }
  }

  private static void await(Batch batch) {
    try {
      batch.written.join();
    } catch (CompletionException | CancellationException e) {
      throw new VaultUnavailableException(e);
    }
  }

  /// How many readings go with the next write.
  int waiting() {
    filling.lock();
    try {
      return next.uses.size();
    } finally {
      filling.unlock();
    }
  }

  private String random() {
    byte[] bytes = new byte[RANDOM_BYTES];
    random.nextBytes(bytes);
    return HexFormat.of().formatHex(bytes);
  }
}
