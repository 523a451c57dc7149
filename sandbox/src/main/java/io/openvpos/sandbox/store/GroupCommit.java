package io.openvpos.sandbox.store;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Supplier;
import org.h2.mvstore.MVStore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Holds every reply until the commit that contains all the reply could have seen.
///
/// A write takes the next ticket before it begins; a reply waits for the highest ticket at the time
/// it was computed. One thread commits for all who wait. It takes the lock alone, so that a commit
/// never captures half of a command: a document without its index entry would otherwise survive a
/// kill. A commit that fails ends the process, because nothing true could be answered.
final class GroupCommit implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(GroupCommit.class);
  private static final int HALT_STATUS = 70;
  private static final long IDLE_MILLIS = 100;

  private record Held(long ticket, Runnable release) {}

  private final MVStore store;
  private final Compaction compaction;
  private final ReentrantReadWriteLock lock = new ReentrantReadWriteLock();
  private final AtomicLong issued = new AtomicLong();
  private final LinkedBlockingQueue<Held> waiting = new LinkedBlockingQueue<>();
  private final AtomicLong commits = new AtomicLong();
  private final Thread committer;
  private volatile long committed;
  private volatile boolean closing;

  GroupCommit(MVStore store) {
    this.store = store;
    this.compaction = new Compaction(store);
    this.committer = Thread.ofPlatform().name("store-committer").daemon().unstarted(this::run);
  }

  void start() {
    committer.start();
  }

  <T> T execute(boolean writes, Supplier<T> command) {
    lock.readLock().lock();
    try {
      if (writes) {
        issued.incrementAndGet();
      }
      return command.get();
    } finally {
      lock.readLock().unlock();
    }
  }

  /// The ticket of a reply computed just now: no write visible to it has a higher one.
  long ticket() {
    return issued.get();
  }

  boolean covers(long ticket) {
    return ticket <= committed;
  }

  void hold(long ticket, Runnable release) {
    waiting.add(new Held(ticket, release));
  }

  /// How many commits have been made; with fewer commits than writes, writers shared them.
  long commits() {
    return commits.get();
  }

  private void run() {
    List<Held> held = new ArrayList<>();
    while (!closing) {
      try {
        Held first = waiting.poll(IDLE_MILLIS, TimeUnit.MILLISECONDS);
        if (first != null) {
          held.add(first);
        }
        waiting.drainTo(held);
        if (held.isEmpty()) {
          exclusively(compaction::whenIdle);
        } else {
          exclusively(compaction::underLoad);
          held.removeIf(this::releaseIfCovered);
        }
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return;
      }
    }
  }

  private boolean releaseIfCovered(Held held) {
    if (!covers(held.ticket())) {
      return false;
    }
    held.release().run();
    return true;
  }

  private void exclusively(Runnable before) {
    lock.writeLock().lock();
    try {
      before.run();
      long ticket = issued.get();
      if (store.hasUnsavedChanges()) {
        store.commit();
        commits.incrementAndGet();
        if (store.isClosed() || store.hasUnsavedChanges()) {
          throw new IllegalStateException("The commit left changes behind.");
        }
      }
      committed = ticket;
    } catch (RuntimeException | Error e) {
      LOG.error("The store cannot commit; the process ends so that nothing untrue is told.", e);
      Runtime.getRuntime().halt(HALT_STATUS);
    } finally {
      lock.writeLock().unlock();
    }
  }

  /// Lets the waiting replies out after a last commit.
  @Override
  public void close() {
    closing = true;
    try {
      committer.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    exclusively(compaction::whenIdle);
    waiting.forEach(held -> held.release().run());
  }
}
