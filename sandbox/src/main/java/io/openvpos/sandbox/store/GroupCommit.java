package io.openvpos.sandbox.store;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Supplier;
import org.h2.mvstore.MVMap;
import org.h2.mvstore.MVStore;
import org.h2.mvstore.MVStore.TxCounter;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Holds every reply until all that it could have seen is in a file.
///
/// A write takes the next ticket before it begins; a reply waits for the highest ticket at the time
/// it was computed. One thread writes the log for all who wait. What it writes is settled while no
/// command is under way, so that it never has half of one: a document without its index entry would
/// otherwise survive a kill. A failure ends the process, because nothing true could be answered; so
/// does an error that leaves half of a command in the maps, such as want of memory.
final class GroupCommit implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(GroupCommit.class);
  private static final int HALT_STATUS = 70;
  private static final long IDLE_MILLIS = 100;

  private record Held(long ticket, Runnable release) {}

  private final MVStore store;
  private final CommandLog log;
  private final Checkpoints checkpoints;
  private final ReentrantReadWriteLock lock = new ReentrantReadWriteLock();
  private final AtomicLong issued = new AtomicLong();
  private final LinkedBlockingQueue<Held> waiting = new LinkedBlockingQueue<>();
  private final AtomicLong commits = new AtomicLong();
  private final Thread committer;
  private final Runnable halt;
  private volatile long committed;
  private volatile boolean mapsChanged;
  private volatile boolean closing;

  GroupCommit(MVStore store, CommandLog log) {
    this(store, log, () -> Runtime.getRuntime().halt(HALT_STATUS));
  }

  /// @param halt ends the process
  GroupCommit(MVStore store, CommandLog log, Runnable halt) {
    this.store = store;
    this.log = log;
    this.halt = halt;
    this.checkpoints = new Checkpoints(store, log);
    this.committer = Thread.ofPlatform().name("store-committer").daemon().unstarted(this::run);
    checkpoints.restore();
  }

  void start() {
    committer.start();
  }

  /// Runs a command that may write.
  <T> T write(Supplier<T> command) {
    lock.readLock().lock();
    try {
      issued.incrementAndGet();
      return read(command);
    } catch (Error e) {
      // Before the lock is given up: no commit takes what this command has done so far.
      end(e);
      throw e;
    } finally {
      lock.readLock().unlock();
    }
  }

  /// Runs a command that only reads. The pages it may come by stay in the file meanwhile.
  <T> T read(Supplier<T> command) {
    TxCounter version = store.registerVersionUsage();
    try {
      return command.get();
    } finally {
      store.deregisterVersionUsage(version);
    }
  }

  /// Opens a map, or makes it.
  MVMap<Object, Object> openMap(String name) {
    mapsChange();
    return checkpoints.openMap(name);
  }

  /// To be called by a command that renames or removes a map: the log knows maps by the numbers
  /// they have in the pages.
  void mapsChange() {
    mapsChanged = true;
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
    try {
      while (!closing) {
        Held first = waiting.poll(IDLE_MILLIS, TimeUnit.MILLISECONDS);
        if (first != null) {
          held.add(first);
        }
        waiting.drainTo(held);
        commit();
        if (held.isEmpty()) {
          checkpoints.whenIdle();
        }
        held.removeIf(this::releaseIfCovered);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (RuntimeException | Error e) {
      end(e);
    }
  }

  private void end(Throwable why) {
    try {
      LOG.error("The store cannot go on; the process ends so that nothing untrue is told.", why);
    } finally {
      // Also where no memory is left to say so.
      halt.run();
    }
  }

  private boolean releaseIfCovered(Held held) {
    if (!covers(held.ticket())) {
      return false;
    }
    held.release().run();
    return true;
  }

  private void commit() {
    long ticket;
    boolean begun;
    lock.writeLock().lock();
    try {
      ticket = issued.get();
      log.take();
      begun = settle();
    } finally {
      lock.writeLock().unlock();
    }
    log.write();
    if (begun) {
      checkpoints.begin();
    }
    if (store.isClosed()) {
      throw new IllegalStateException("The pages could not be written.");
    }
    if (ticket > committed) {
      commits.incrementAndGet();
    }
    committed = ticket;
  }

  /// Called while no command is under way.
  ///
  /// @return whether a checkpoint has been settled, which begins once the log is written
  private boolean settle() {
    if (mapsChanged) {
      mapsChanged = false;
      log.discard();
      checkpoints.writeNow();
      return false;
    }
    if (checkpoints.due()) {
      checkpoints.settle();
      return true;
    }
    return false;
  }

  /// Writes all pages and lets the waiting replies out.
  @Override
  public void close() {
    closing = true;
    try {
      committer.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    checkpoints.close();
    mapsChanged = true;
    try {
      commit();
    } catch (RuntimeException | Error e) {
      end(e);
    }
    log.close();
    waiting.forEach(held -> held.release().run());
  }
}
