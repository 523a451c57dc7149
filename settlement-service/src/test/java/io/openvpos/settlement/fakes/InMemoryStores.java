package io.openvpos.settlement.fakes;

import io.openvpos.settlement.batch.domain.Batch;
import io.openvpos.settlement.batch.domain.BatchStore;
import io.openvpos.settlement.batch.domain.DayTotal;
import io.openvpos.settlement.batch.domain.Head;
import io.openvpos.settlement.batch.domain.LedgerMark;
import io.openvpos.settlement.batch.domain.Line;
import io.openvpos.settlement.batch.domain.LineStore;
import io.openvpos.settlement.batch.domain.MarkStore;
import io.openvpos.settlement.businessday.domain.BusinessDay;
import io.openvpos.settlement.businessday.domain.BusinessDaySequence;
import io.openvpos.settlement.businessday.domain.DayFact;
import io.openvpos.settlement.businessday.domain.DayLog;
import io.openvpos.settlement.businessday.domain.DayTerms;
import io.openvpos.settlement.businessday.domain.SequenceStore;
import io.openvpos.settlement.payout.FrozenConditions;
import io.openvpos.settlement.payout.PayoutFolder;
import io.openvpos.settlement.payout.domain.Conversion;
import io.openvpos.settlement.payout.domain.ConversionStore;
import io.openvpos.settlement.payout.domain.FileStore;
import io.openvpos.settlement.payout.domain.Payables;
import io.openvpos.settlement.payout.domain.PayablesStore;
import io.openvpos.settlement.payout.domain.Payout;
import io.openvpos.settlement.payout.domain.PayoutFact;
import io.openvpos.settlement.payout.domain.PayoutStore;
import io.openvpos.settlement.payout.domain.ReserveMovement;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// All collections of the service in memory. Facts are kept in the order they were stored.
public final class InMemoryStores {

  private final Faults faults;
  public final Map<String, Line> lines = new LinkedHashMap<>();
  public final Map<String, LedgerMark> marks = new TreeMap<>();
  public final Set<String> posted = new HashSet<>();
  public final Map<String, Batch> batches = new TreeMap<>();
  public final Map<String, PayablesStore.Stored> payables = new TreeMap<>();
  public final Map<String, Payout> payouts = new TreeMap<>();
  public final Map<String, FileStore.DueFile> dueFiles = new TreeMap<>();
  public final Set<String> settledFiles = new HashSet<>();
  public final Set<String> withdrawnFiles = new HashSet<>();
  public final Map<LocalDate, BusinessDay> days = new TreeMap<>();
  public final List<DayFact> dayFacts = new ArrayList<>();
  public final List<PayoutFact> payoutFacts = new ArrayList<>();
  public final List<ReserveMovement> reserveFacts = new ArrayList<>();
  public final Map<String, ReserveMovement> reserves = new TreeMap<>();
  public final List<Conversion> conversionFacts = new ArrayList<>();
  public final Map<String, Conversion> conversions = new TreeMap<>();
  public final Map<LocalDate, FrozenConditions.Fixed> conditions = new TreeMap<>();
  private SequenceStore.@Nullable Stored sequence;

  public InMemoryStores(Faults faults) {
    this.faults = faults;
  }

  public LineStore lineStore() {
    return new Lines();
  }

  public MarkStore markStore() {
    return new Marks();
  }

  public BatchStore batchStore() {
    return new Batches();
  }

  public PayablesStore payablesStore() {
    return new Heads();
  }

  public PayoutStore payoutStore() {
    return new Payouts();
  }

  public ConversionStore conversionStore() {
    return new Conversions();
  }

  public FrozenConditions.Store conditionsStore() {
    return new FixedConditions();
  }

  /// For a folder that converts and holds.
  public PayoutFolder.Stores folderStores() {
    return new PayoutFolder.Stores(payablesStore(), payoutStore(), conversionStore());
  }

  public FileStore fileStore() {
    return new Files();
  }

  public SequenceStore sequenceStore() {
    return new Sequence();
  }

  public DayLog dayLog() {
    return new Days();
  }

  private final class Lines implements LineStore {
    @Override
    public void insertMissing(List<Line> found) {
      faults.around(() -> found.forEach(line -> lines.putIfAbsent(line.id(), line)));
    }

    @Override
    public Map<String, String> hashes(Collection<Line> wanted) {
      Map<String, String> hashes = new HashMap<>();
      wanted.stream()
          .map(line -> lines.get(line.id()))
          .filter(Objects::nonNull)
          .forEach(line -> hashes.put(line.id(), line.hash()));
      return hashes;
    }

    @Override
    public List<String> batchesOf(LocalDate day) {
      return lines.values().stream()
          .filter(line -> line.salesDay().equals(day))
          .map(Line::batchId)
          .distinct()
          .sorted()
          .toList();
    }

    @Override
    public Iterator<Line> ofBatch(String batchId) {
      return lines.values().stream()
          .filter(line -> line.batchId().equals(batchId))
          .sorted(Comparator.comparingLong(Line::seq))
          .iterator();
    }

    @Override
    public Optional<Line> find(String batchId, long seq) {
      return lines.values().stream()
          .filter(line -> line.batchId().equals(batchId) && line.seq() == seq)
          .findFirst();
    }
  }

  private final class Marks implements MarkStore {
    @Override
    public void record(LedgerMark mark) {
      LedgerMark first =
          faults.around(() -> marks.putIfAbsent(mark.id(), mark) == null)
              ? mark
              : marks.get(mark.id());
      if (first == null || !first.agreesWith(mark)) {
        throw new IllegalStateException("marked differently");
      }
    }

    @Override
    public List<LedgerMark> find(Collection<String> ids) {
      return ids.stream().map(marks::get).filter(Objects::nonNull).toList();
    }

    @Override
    public void recordPosted(String eventId, String entryId) {
      posted.add(eventId);
    }

    @Override
    public Set<String> posted(Collection<String> eventIds) {
      Set<String> found = new HashSet<>(eventIds);
      found.retainAll(posted);
      return found;
    }
  }

  private final class Batches implements BatchStore {
    @Override
    public void insert(Batch batch, Instant cutOffAt) {
      faults.around(() -> batches.putIfAbsent(batch.id(), batch));
      if (!batch.equals(batches.get(batch.id()))) {
        throw new IllegalStateException("cut differently");
      }
    }

    @Override
    public Optional<Batch> find(String id) {
      return Optional.ofNullable(batches.get(id));
    }

    @Override
    public List<Batch> ofDay(LocalDate day) {
      return batches.values().stream().filter(batch -> batch.day().equals(day)).toList();
    }

    @Override
    public List<Batch> list(Query query, @Nullable String startingAfter, int limit) {
      return batches.values().stream()
          .filter(batch -> query.day() == null || batch.day().equals(query.day()))
          .filter(batch ->
              query.merchantId() == null || batch.head().merchantId().equals(query.merchantId()))
          .filter(batch -> startingAfter == null || batch.id().compareTo(startingAfter) < 0)
          .sorted(Comparator.comparing(Batch::id).reversed())
          .limit(limit)
          .toList();
    }
  }

  private final class Heads implements PayablesStore {
    @Override
    public Optional<PayablesStore.Stored> find(Head head) {
      return Optional.ofNullable(payables.get(head.id()));
    }

    @Override
    public void forEach(Consumer<Payables> each) {
      List.copyOf(payables.values()).forEach(stored -> each.accept(stored.payables()));
    }

    @Override
    public boolean insert(Payables.Change change) {
      return faults.around(() -> {
        boolean first =
            payables.putIfAbsent(
                    change.next().head().id(), new PayablesStore.Stored(change.next(), 1))
                == null;
        if (first) {
          payoutFacts.addAll(change.facts());
          reserveFacts.addAll(change.moved());
          change.converted().ifPresent(conversionFacts::add);
        }
        return first;
      });
    }

    @Override
    public boolean replace(PayablesStore.Stored read, Payables.Change change) {
      return faults.around(() -> {
        String id = change.next().head().id();
        if (Objects.requireNonNull(payables.get(id)).version() != read.version()) {
          return false;
        }
        payables.put(id, new PayablesStore.Stored(change.next(), read.version() + 1));
        payoutFacts.addAll(change.facts());
        reserveFacts.addAll(change.moved());
        change.converted().ifPresent(conversionFacts::add);
        return true;
      });
    }
  }

  private final class Payouts implements PayoutStore {
    @Override
    public void insertMissingReserves(List<ReserveMovement> found) {
      found.forEach(moved -> faults.around(() -> reserves.putIfAbsent(moved.eventId(), moved)));
    }

    @Override
    public Set<String> reserveEventsOf(LocalDate day) {
      return reserves.values().stream()
          .filter(moved -> moved.day().equals(day))
          .map(ReserveMovement::eventId)
          .collect(Collectors.toSet());
    }

    @Override
    public void insertMissing(List<Payout> found) {
      found.forEach(payout -> faults.around(() -> payouts.putIfAbsent(payout.id(), payout)));
    }

    @Override
    public Optional<Payout> find(String id) {
      return Optional.ofNullable(payouts.get(id));
    }

    @Override
    public List<Payout> ofClose(LocalDate day) {
      return payouts.values().stream()
          .filter(payout -> payout.day().equals(day) && !payout.isReissue())
          .toList();
    }

    @Override
    public List<Payout> ofChain(Head head, LocalDate day) {
      return payouts.values().stream()
          .filter(payout -> payout.day().equals(day) && payout.head().equals(head))
          .sorted(Comparator.comparingInt(Payout::number))
          .toList();
    }
  }

  private final class Conversions implements ConversionStore {
    @Override
    public void insertMissing(List<Conversion> found) {
      found.forEach(one -> faults.around(() -> conversions.putIfAbsent(one.eventId(), one)));
    }

    @Override
    public List<Conversion> ofDay(LocalDate day) {
      return conversions.values().stream().filter(one -> one.day().equals(day)).toList();
    }

    @Override
    public List<Conversion> of(String merchantId, LocalDate day) {
      return ofDay(day).stream().filter(one -> one.from().merchantId().equals(merchantId)).toList();
    }
  }

  private final class FixedConditions implements FrozenConditions.Store {
    @Override
    public Optional<FrozenConditions.Fixed> find(LocalDate day) {
      return Optional.ofNullable(conditions.get(day));
    }

    @Override
    public boolean insert(FrozenConditions.Fixed fixed) {
      return faults.around(() -> conditions.putIfAbsent(fixed.day(), fixed) == null);
    }
  }

  private final class Files implements FileStore {
    @Override
    public void insertMissing(DueFile file, int count, long controlSum) {
      faults.around(() -> dueFiles.putIfAbsent(file.messageId(), file));
    }

    @Override
    public List<DueFile> open() {
      return dueFiles.values().stream()
          .filter(file -> !settledFiles.contains(file.messageId()))
          .filter(file -> !withdrawnFiles.contains(file.messageId()))
          .toList();
    }

    @Override
    public Optional<DueFile> find(String messageId) {
      return Optional.ofNullable(dueFiles.get(messageId));
    }

    @Override
    public boolean withdraw(DueFile file, int count, long controlSum) {
      return faults.around(() -> {
        if (dueFiles.putIfAbsent(file.messageId(), file) == null) {
          withdrawnFiles.add(file.messageId());
        }
        return withdrawnFiles.contains(file.messageId());
      });
    }

    @Override
    public void settled(String messageId) {
      faults.around(() -> settledFiles.add(messageId));
    }
  }

  private final class Sequence implements SequenceStore {
    @Override
    public synchronized Optional<SequenceStore.Stored> read() {
      return Optional.ofNullable(sequence);
    }

    @Override
    public synchronized boolean begin(BusinessDaySequence.Change change) {
      return faults.around(() -> {
        if (sequence != null) {
          return false;
        }
        sequence = new SequenceStore.Stored(change.next(), 1);
        dayFacts.addAll(change.facts());
        return true;
      });
    }

    @Override
    public synchronized boolean replace(
        SequenceStore.Stored read, BusinessDaySequence.Change change) {
      return faults.around(() -> {
        if (sequence == null || sequence.version() != read.version()) {
          return false;
        }
        sequence = new SequenceStore.Stored(change.next(), read.version() + 1);
        dayFacts.addAll(change.facts());
        return true;
      });
    }
  }

  private final class Days implements DayLog {
    @Override
    public void opened(LocalDate day, Instant scheduledCutOff) {
      set(day, was -> with(was, scheduledCutOff));
    }

    @Override
    public void closing(LocalDate day, Instant cutOffAt, DayTerms terms) {
      set(
          day,
          was ->
              new BusinessDay(
                  day,
                  was.scheduledCutOff(),
                  cutOffAt,
                  terms,
                  was.closedAt(),
                  was.batches(),
                  was.payouts(),
                  was.totals(),
                  was.digest()));
    }

    @Override
    public void cut(LocalDate day, int count) {
      set(
          day,
          was ->
              new BusinessDay(
                  day,
                  was.scheduledCutOff(),
                  was.cutOffAt(),
                  was.terms(),
                  was.closedAt(),
                  count,
                  was.payouts(),
                  was.totals(),
                  was.digest()));
    }

    @Override
    public void paid(LocalDate day, int count, List<DayTotal> totals) {
      set(
          day,
          was ->
              new BusinessDay(
                  day,
                  was.scheduledCutOff(),
                  was.cutOffAt(),
                  was.terms(),
                  was.closedAt(),
                  was.batches(),
                  count,
                  totals,
                  was.digest()));
    }

    @Override
    public void closed(LocalDate day, Instant closedAt, String digest) {
      set(
          day,
          was ->
              new BusinessDay(
                  day,
                  was.scheduledCutOff(),
                  was.cutOffAt(),
                  was.terms(),
                  closedAt,
                  was.batches(),
                  was.payouts(),
                  was.totals(),
                  digest));
    }

    @Override
    public synchronized Optional<BusinessDay> find(LocalDate day) {
      return Optional.ofNullable(days.get(day));
    }

    @Override
    public List<BusinessDay> list(Optional<LocalDate> before, int limit) {
      return days.values().stream()
          .filter(day -> before.isEmpty() || day.day().isBefore(before.get()))
          .sorted(Comparator.comparing(BusinessDay::day).reversed())
          .limit(limit)
          .toList();
    }

    private synchronized void set(
        LocalDate day, java.util.function.UnaryOperator<BusinessDay> change) {
      BusinessDay blank =
          new BusinessDay(day, Instant.EPOCH, null, null, null, null, null, null, null);
      faults.around(() -> days.put(day, change.apply(days.getOrDefault(day, blank))));
    }

    private static BusinessDay with(BusinessDay was, Instant scheduledCutOff) {
      return new BusinessDay(
          was.day(),
          scheduledCutOff,
          was.cutOffAt(),
          was.terms(),
          was.closedAt(),
          was.batches(),
          was.payouts(),
          was.totals(),
          was.digest());
    }
  }
}
