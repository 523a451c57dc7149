package io.openvpos.settlement.report.job;

import io.openvpos.messaging.task.Workers;
import io.openvpos.settlement.batch.domain.Batch;
import io.openvpos.settlement.batch.domain.BatchStore;
import io.openvpos.settlement.businessday.domain.BusinessDay;
import io.openvpos.settlement.businessday.domain.DayLog;
import io.openvpos.settlement.report.job.JobStore.Stored;
import io.openvpos.settlement.report.job.ReportJob.Difference;
import io.openvpos.settlement.report.job.ReportJob.Purpose;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Runs jobs, one at a time, its file sets by several workers. A job is claimed by a
/// compare-and-set, and every sign of life is one too: a runner that was taken for dead finds its
/// claim gone and stops. Two that run the same job for a while keep the same files, because each
/// file set is inserted once. How long somebody has been silent is measured here, so no two clocks
/// have to agree.
public final class JobRunner {

  private static final Logger LOGGER = LoggerFactory.getLogger(JobRunner.class);
  private static final Duration SIGN_OF_LIFE_EVERY = Duration.ofSeconds(2);

  /// What it reads and keeps.
  public record Stores(DayLog days, BatchStore batches, FileSetStore files, JobStore jobs) {}

  /// The clocks that it goes by.
  ///
  /// @param nanos a clock for elapsed time, in nanoseconds
  public record Time(Clock clock, LongSupplier nanos, Duration takeOverAfter) {}

  private record Seen(long version, long nanos) {}

  private final String name;
  private final ReportLibrary library;
  private final Stores stores;
  private final Time time;
  private final Workers workers;
  private final Map<String, Seen> silent = new HashMap<>();

  /// Makes one file set after another.
  public JobRunner(String name, ReportLibrary library, Stores stores, Time time) {
    this(name, library, stores, time, Workers.inOrder());
  }

  /// @param name of this start of this instance, different from any other
  /// @param workers by which file sets are made side by side
  public JobRunner(String name, ReportLibrary library, Stores stores, Time time, Workers workers) {
    this.name = name;
    this.library = library;
    this.stores = stores;
    this.time = time;
    this.workers = workers;
  }

  /// Runs the next job, if there is one. True if there was. A failure is told by the job.
  public boolean step() {
    List<Stored> open = new ArrayList<>(stores.jobs().open());
    open.sort(
        Comparator.comparing((Stored stored) -> stored.job().purpose())
            .thenComparing(stored -> stored.job().id()));
    for (Stored stored : open) {
      if (isFree(stored)) {
        Optional<Stored> claimed = stores.jobs().replace(stored, stored.job().claimed(name, now()));
        if (claimed.isPresent()) {
          run(claimed.get());
          return true;
        }
      }
    }
    return false;
  }

  private boolean isFree(Stored stored) {
    String id = stored.job().id();
    if (stored.job().status() == ReportJob.Status.WAITING) {
      silent.remove(id);
      return true;
    }
    Seen before = silent.get(id);
    long nanos = time.nanos().getAsLong();
    if (before == null || before.version() != stored.version()) {
      silent.put(id, new Seen(stored.version(), nanos));
      return false;
    }
    return nanos - before.nanos() >= time.takeOverAfter().toNanos();
  }

  private void run(Stored claimed) {
    Run run = new Run(claimed);
    try {
      run.all();
    } catch (ClaimLostException lost) {
      LOGGER.info("report job {} goes on elsewhere", claimed.job().id());
    } catch (RuntimeException e) {
      LOGGER.warn("report job {} failed", claimed.job().id(), e);
      run.failed(e);
    }
  }

  /// The store keeps milliseconds.
  private Instant now() {
    return time.clock().instant().truncatedTo(ChronoUnit.MILLIS);
  }

  /// Somebody else has the job.
  private static final class ClaimLostException extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }

  /// One run of one job by this runner. File sets are made side by side; how far it came is how
  /// many of them, from the first, are done without a gap.
  private final class Run {
    private Stored current;
    private final Purpose purpose;
    private final long told;
    private final List<Task> tasks = new ArrayList<>();
    private final Lock telling = new ReentrantLock();
    private long done;
    private long spoke = time.nanos().getAsLong();
    private final List<Difference> untold = new ArrayList<>();

    Run(Stored claimed) {
      current = claimed;
      purpose = claimed.job().purpose();
      told = claimed.job().done();
    }

    /// A file set to be made, and what was found of it.
    private final class Task {
      private final String id;
      private final Supplier<FileSet> made;
      private boolean over;
      private List<Difference> differences = List.of();

      Task(String id, Supplier<FileSet> made) {
        this.id = id;
        this.made = made;
      }

      void run() {
        Optional<FileSet> kept = stores.files().find(id);
        if (purpose == Purpose.CHECK) {
          differences = differences(id, kept, made.get());
        } else if (kept.isEmpty()) {
          stores.files().insert(made.get());
        }
      }
    }

    void all() {
      ReportJob job = current.job();
      job.from().datesUntil(job.to().plusDays(1)).forEach(this::plan);
      int first = purpose == Purpose.CHECK ? (int) Math.min(told, tasks.size()) : 0;
      done = first;
      workers.each(tasks.subList(first, tasks.size()), this::one);
      speak();
      replace(current.job().finished(now()));
      LOGGER.info("report job {} is done: {} file sets", job.id(), tasks.size());
    }

    /// The largest first, and beside it the day's own, which reads all lines too: so no one is left
    /// alone with them at the end. The order is the same whoever goes on.
    private void plan(LocalDate date) {
      BusinessDay day =
          stores
              .days()
              .find(date)
              .orElseThrow(() -> new IllegalStateException("no record of " + date));
      List<Batch> batches = new ArrayList<>(stores.batches().ofDay(date));
      batches.sort(Comparator.comparingLong(Batch::lines).reversed().thenComparing(Batch::id));
      List<Task> ofDay = new ArrayList<>();
      for (Batch batch : batches) {
        String id = FileSet.id(date, batch.id());
        ofDay.add(new Task(id, () -> library.filesOf(batch, day, this::signOfLife)));
      }
      ofDay.add(
          Math.min(1, ofDay.size()),
          new Task(FileSet.id(date, null), () -> library.filesOf(day, this::signOfLife)));
      tasks.addAll(ofDay);
    }

    private void one(Task task) {
      task.run();
      telling.lock();
      try {
        task.over = true;
        while (done < tasks.size() && tasks.get((int) done).over) {
          untold.addAll(tasks.get((int) done).differences);
          done++;
        }
      } finally {
        telling.unlock();
      }
      signOfLife();
    }

    private static List<Difference> differences(String id, Optional<FileSet> kept, FileSet made) {
      List<Difference> found = new ArrayList<>();
      for (ReportFile file : made.files()) {
        String before =
            kept.flatMap(set -> set.find(file.name())).map(ReportFile::sha256).orElse("");
        if (!before.equals(file.sha256())) {
          found.add(new Difference(id, file.name(), before, file.sha256()));
        }
      }
      return found;
    }

    /// Whoever comes while another one speaks goes on.
    void signOfLife() {
      if (telling.tryLock()) {
        try {
          if (time.nanos().getAsLong() - spoke >= SIGN_OF_LIFE_EVERY.toNanos()) {
            speak();
          }
        } finally {
          telling.unlock();
        }
      }
    }

    private void speak() {
      replace(current.job().progressed(done, tasks.size(), untold));
      untold.clear();
      spoke = time.nanos().getAsLong();
    }

    private void replace(ReportJob next) {
      current = stores.jobs().replace(current, next).orElseThrow(ClaimLostException::new);
    }

    void failed(RuntimeException why) {
      String message = Objects.requireNonNullElse(why.getMessage(), why.getClass().getName());
      // A check that fails goes on behind what it has told.
      long kept = purpose == Purpose.MAKE ? done : current.job().done();
      var _ = stores.jobs().replace(current, current.job().failed(message, now(), kept));
    }
  }
}
