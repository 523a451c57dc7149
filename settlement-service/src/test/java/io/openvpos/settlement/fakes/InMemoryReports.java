package io.openvpos.settlement.fakes;

import io.openvpos.settlement.batch.domain.Head;
import io.openvpos.settlement.report.job.FileSet;
import io.openvpos.settlement.report.job.FileSetStore;
import io.openvpos.settlement.report.job.JobStore;
import io.openvpos.settlement.report.job.ReportJob;
import io.openvpos.settlement.report.settlement.BalanceStore;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// File sets, jobs and closings in memory, beside the other stores.
public final class InMemoryReports {

  private final InMemoryStores stores;
  private final Faults faults;
  public final Map<String, FileSet> sets = new TreeMap<>();
  public final Map<String, JobStore.Stored> jobs = new TreeMap<>();
  public final Map<String, NavigableMap<LocalDate, Long>> closings = new TreeMap<>();

  public InMemoryReports(InMemoryStores stores, Faults faults) {
    this.stores = stores;
    this.faults = faults;
  }

  public FileSetStore fileSetStore() {
    return new Sets();
  }

  public JobStore jobStore() {
    return new Jobs();
  }

  public BalanceStore balanceStore() {
    return new Closings();
  }

  private final class Sets implements FileSetStore {
    @Override
    public void insert(FileSet files) {
      faults.around(() -> sets.putIfAbsent(files.id(), files));
      if (!files.equals(sets.get(files.id()))) {
        throw new IllegalStateException("the files of " + files.id() + " were others before");
      }
    }

    @Override
    public Optional<FileSet> find(String id) {
      return Optional.ofNullable(sets.get(id));
    }

    @Override
    public List<FileSet> ofDay(LocalDate day) {
      return sets.values().stream().filter(set -> set.day().equals(day)).toList();
    }
  }

  private final class Jobs implements JobStore {
    @Override
    public boolean insert(ReportJob job) {
      return faults.around(() -> jobs.putIfAbsent(job.id(), new Stored(job, 1)) == null);
    }

    @Override
    public Optional<Stored> find(String id) {
      return Optional.ofNullable(jobs.get(id));
    }

    @Override
    public Optional<Stored> replace(Stored read, ReportJob next) {
      return faults.around(() -> {
        Stored now = jobs.get(next.id());
        if (now == null || now.version() != read.version()) {
          return Optional.empty();
        }
        Stored stored = new Stored(next, read.version() + 1);
        jobs.put(next.id(), stored);
        return Optional.of(stored);
      });
    }

    @Override
    public List<Stored> open() {
      return jobs.values().stream().filter(stored -> !stored.job().isOver()).toList();
    }

    @Override
    public List<ReportJob> newest(int limit) {
      return jobs.values().stream()
          .map(Stored::job)
          .sorted(Comparator.comparing(ReportJob::to).thenComparing(ReportJob::id).reversed())
          .limit(limit)
          .toList();
    }
  }

  private final class Closings implements BalanceStore {
    @Override
    public Optional<Kept> newestBefore(Head head, LocalDate day) {
      return Optional.ofNullable(closings.getOrDefault(head.id(), new TreeMap<>()).lowerEntry(day))
          .map(kept -> new Kept(kept.getKey(), kept.getValue()));
    }

    @Override
    public void keep(Head head, Kept closing) {
      closings
          .computeIfAbsent(head.id(), _ -> new TreeMap<>())
          .putIfAbsent(closing.day(), closing.closing());
    }

    @Override
    public long net(Head head, @Nullable LocalDate after, LocalDate before) {
      return new ArrayList<>(stores.batches.values())
          .stream()
              .filter(batch -> batch.head().equals(head) && within(batch.day(), after, before))
              .mapToLong(batch -> batch.figures().net())
              .sum();
    }

    @Override
    public long paid(Head head, @Nullable LocalDate after, LocalDate before) {
      return new ArrayList<>(stores.payouts.values())
          .stream()
              .filter(payout ->
                  payout.head().equals(head)
                      && !payout.isReissue()
                      && within(payout.day(), after, before))
              .mapToLong(payout -> payout.amount())
              .sum();
    }

    private static boolean within(LocalDate day, @Nullable LocalDate after, LocalDate before) {
      return (after == null || day.isAfter(after)) && day.isBefore(before);
    }
  }
}
