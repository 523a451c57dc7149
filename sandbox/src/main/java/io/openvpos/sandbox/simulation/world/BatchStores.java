package io.openvpos.sandbox.simulation.world;

import io.openvpos.messaging.outbox.OutboxEntry;
import io.openvpos.messaging.outbox.OutboxRelay;
import io.openvpos.sandbox.simulation.machine.Violation;
import io.openvpos.settlement.batch.domain.Batch;
import io.openvpos.settlement.batch.domain.BatchStore;
import io.openvpos.settlement.batch.domain.LedgerMark;
import io.openvpos.settlement.batch.domain.Line;
import io.openvpos.settlement.batch.domain.LineStore;
import io.openvpos.settlement.batch.domain.MarkStore;
import java.time.Instant;
import java.time.LocalDate;
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
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/// Settlement's collections up to the cut: lines, marks, batches.
final class BatchStores {

  private final Map<String, Line> lines = new LinkedHashMap<>();
  private final Map<String, LedgerMark> marks = new TreeMap<>();
  private final Set<String> posted = new HashSet<>();
  private final Map<String, Batch> batches = new TreeMap<>();
  final SimulatedOutboxes.Arrays outboxes = new SimulatedOutboxes.Arrays();

  List<Batch> batches() {
    return List.copyOf(batches.values());
  }

  List<Line> lines() {
    return List.copyOf(lines.values());
  }

  LineStore lines(StoreCalls calls) {
    return new Lines(calls);
  }

  MarkStore marks(StoreCalls calls) {
    return new Marks(calls);
  }

  BatchStore batches(
      StoreCalls calls, OutboxRelay relay, BiFunction<Batch, Instant, OutboxEntry> words) {
    return new Batches(calls, relay, words);
  }

  private final class Lines implements LineStore {

    private final StoreCalls calls;

    Lines(StoreCalls calls) {
      this.calls = calls;
    }

    @Override
    public void insertMissing(List<Line> found) {
      for (Line line : found) {
        calls.put("insert line", () -> lines.putIfAbsent(line.id(), line));
      }
    }

    @Override
    public Map<String, String> hashes(Collection<Line> wanted) {
      return calls.read(
          "read hashes",
          () -> {
            Map<String, String> hashes = new HashMap<>();
            for (Line each : wanted) {
              Line line = lines.get(each.id());
              if (line != null) {
                hashes.put(each.id(), line.hash());
              }
            }
            return hashes;
          });
    }

    @Override
    public List<String> batchesOf(LocalDate day) {
      return calls.read(
          "read batch ids",
          () ->
              lines.values().stream()
                  .filter(line -> line.salesDay().equals(day))
                  .map(Line::batchId)
                  .distinct()
                  .sorted()
                  .toList());
    }

    @Override
    public Iterator<Line> ofBatch(String batchId) {
      return calls.read("read lines", () -> sorted(batchId)).iterator();
    }

    @Override
    public Optional<Line> find(String batchId, long seq) {
      return calls.read(
          "read line",
          () -> sorted(batchId).stream().filter(line -> line.seq() == seq).findFirst());
    }

    private List<Line> sorted(String batchId) {
      return lines.values().stream()
          .filter(line -> line.batchId().equals(batchId))
          .sorted(Comparator.comparingLong(Line::seq))
          .toList();
    }
  }

  private final class Marks implements MarkStore {

    private final StoreCalls calls;

    Marks(StoreCalls calls) {
      this.calls = calls;
    }

    @Override
    public void record(LedgerMark mark) {
      LedgerMark first =
          calls.write(
              "record mark",
              () -> {
                marks.putIfAbsent(mark.id(), mark);
                return marks.getOrDefault(mark.id(), mark);
              });
      Violation.unless(first.equals(mark), "a day is marked once: " + first + " and " + mark);
    }

    @Override
    public List<LedgerMark> find(Collection<String> ids) {
      return calls.read(
          "read marks", () -> ids.stream().map(marks::get).filter(Objects::nonNull).toList());
    }

    @Override
    public void recordPosted(String eventId, String entryId) {
      calls.put("record posted", () -> posted.add(eventId));
    }

    @Override
    public Set<String> posted(Collection<String> eventIds) {
      return calls.read(
          "read posted",
          () -> {
            Set<String> found = new HashSet<>(eventIds);
            found.retainAll(posted);
            return found;
          });
    }
  }

  private final class Batches implements BatchStore {

    private final StoreCalls calls;
    private final OutboxRelay relay;
    private final BiFunction<Batch, Instant, OutboxEntry> words;

    Batches(StoreCalls calls, OutboxRelay relay, BiFunction<Batch, Instant, OutboxEntry> words) {
      this.calls = calls;
      this.relay = relay;
      this.words = words;
    }

    @Override
    public void insert(Batch batch, Instant cutOffAt) {
      OutboxEntry closed = words.apply(batch, cutOffAt);
      Batch stored =
          calls.write(
              "insert batch",
              () -> {
                if (batches.putIfAbsent(batch.id(), batch) == null) {
                  outboxes.push(batch.id(), List.of(closed));
                }
                return batches.getOrDefault(batch.id(), batch);
              });
      Violation.unless(stored.equals(batch), "a batch is cut once: " + stored + " and " + batch);
      relay.submit(batch.id(), outboxes.of(batch.id()));
    }

    @Override
    public Optional<Batch> find(String id) {
      return calls.read("read batch", () -> Optional.ofNullable(batches.get(id)));
    }

    @Override
    public List<Batch> ofDay(LocalDate day) {
      return calls.read(
          "read batches",
          () -> batches.values().stream().filter(batch -> batch.day().equals(day)).toList());
    }

    @Override
    public List<Batch> list(Query query, @Nullable String startingAfter, int limit) {
      throw new UnsupportedOperationException("nobody lists here");
    }
  }
}
