package io.openvpos.messaging.outbox;

import io.openvpos.messaging.kafka.RecordSender;
import io.openvpos.messaging.mongo.Documents;
import io.openvpos.messaging.task.Tasks;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Sends the outboxes of one collection. The events of one document go one after another, each
/// after the broker acknowledged the one before; a failure holds back only that document. What was
/// acknowledged is pulled from the document in bulk, at most half a second later, so a crash
/// between repeats an event and never loses one.
///
/// It works from memory: whoever stores events submits them. [#sweep] finds what anybody left. A
/// thread of its own talks to the producer, which may block for seconds while the broker is away:
/// neither a request nor the producer's own thread waits for that.
public final class OutboxRelay implements AutoCloseable {

  private static final Logger LOGGER = LoggerFactory.getLogger(OutboxRelay.class);
  private static final Duration PULL_EVERY = Duration.ofMillis(250);
  private static final Duration RETRY_AFTER = Duration.ofMillis(500);

  /// Documents with events in memory; past it the store alone remembers, until the next sweep.
  private static final int MAX_LANES = 50_000;

  private final String name;
  private final Outboxes outboxes;
  private final RecordSender sender;
  private final Tasks tasks;
  private final Map<String, Lane> lanes = new ConcurrentHashMap<>();
  private final Map<String, Set<String>> acknowledged = new ConcurrentHashMap<>();
  private final RecentIds pulled = new RecentIds();
  private final Tasks.Worker timer;
  private final Tasks.Worker sends;
  private volatile boolean overflowed;
  private volatile boolean closed;

  public OutboxRelay(String name, Documents documents, RecordSender sender) {
    this(name, new DocumentOutboxes(documents), sender, Tasks.system());
  }

  public OutboxRelay(String name, Outboxes outboxes, RecordSender sender, Tasks tasks) {
    this.name = name;
    this.outboxes = outboxes;
    this.sender = sender;
    this.tasks = tasks;
    sends = tasks.worker("outbox-" + name + "-send");
    timer = tasks.worker("outbox-" + name);
    timer.every(PULL_EVERY, PULL_EVERY, this::maintain);
  }

  /// Takes over every event in the document's outbox, in order: those it already held when it was
  /// read, then the new ones. Known events are passed over.
  public void submit(String documentId, List<OutboxEntry> outbox) {
    if (outbox.isEmpty() || closed) {
      return;
    }
    if (lanes.size() >= MAX_LANES && !lanes.containsKey(documentId)) {
      overflowed = true;
      return;
    }
    lanes.compute(
        documentId,
        (id, lane) -> {
          Lane open = lane == null ? new Lane(id) : lane;
          open.add(outbox, sentAlready(id));
          return open.isEmpty() ? null : open;
        });
    advanceSoon(documentId);
  }

  /// A document read just before its pull still shows what was sent: that is known a little longer.
  private Predicate<String> sentAlready(String documentId) {
    Set<String> waitingForPull = acknowledged.getOrDefault(documentId, Set.of());
    return eventId -> waitingForPull.contains(eventId) || pulled.contains(eventId);
  }

  /// Finds every document with events left, whoever left them, and submits them.
  public void sweep() {
    overflowed = false;
    outboxes.forEach(this::submit);
  }

  /// Blocks until every event known at the call is acknowledged by the broker; also those that only
  /// the store remembers because memory was full.
  public void awaitSent() {
    awaitLanes();
    while (overflowed && !closed) {
      sweep();
      awaitLanes();
    }
  }

  private void awaitLanes() {
    List<CompletableFuture<?>> waiting = new ArrayList<>();
    for (Lane lane : lanes.values()) {
      CompletableFuture<?> last = lane.last();
      if (last != null) {
        waiting.add(last);
      }
    }
    tasks.await(CompletableFuture.allOf(waiting.toArray(CompletableFuture[]::new)));
  }

  /// Documents whose events are not all acknowledged yet.
  public int backlog() {
    return lanes.size();
  }

  private void advanceSoon(String documentId) {
    sends.execute(() -> advance(documentId));
  }

  private void advance(String documentId) {
    Lane lane = lanes.get(documentId);
    OutboxEntry next = lane == null ? null : lane.begin();
    if (lane == null || next == null) {
      return;
    }
    var _ =
        sender
            .send(next.topic(), next.partition(), next.key(), next.value(), next.headers())
            .whenComplete((metadata, failure) -> settled(lane, next, metadata, failure));
  }

  private void settled(
      Lane lane, OutboxEntry entry, @Nullable RecordMetadata sent, @Nullable Throwable failure) {
    if (sent == null) {
      LOGGER.warn(
          "outbox {}: {} is not acknowledged, sending again", name, entry.eventId(), failure);
      lane.failed();
      retryLater(lane);
      return;
    }
    acknowledged.compute(
        lane.documentId,
        (id, ids) -> {
          Set<String> known = ids == null ? ConcurrentHashMap.newKeySet() : ids;
          known.add(entry.eventId());
          return known;
        });
    lanes.computeIfPresent(
        lane.documentId,
        (id, present) -> {
          present.succeeded(entry);
          return present.isEmpty() ? null : present;
        });
    advanceSoon(lane.documentId);
  }

  private void retryLater(Lane lane) {
    timer.after(RETRY_AFTER, () -> sendAgain(lane));
  }

  /// What another instance has sent and pulled meanwhile is not sent again: behind newer events of
  /// the document it would pass for the newest, and on a compacted topic be the one that stays.
  private void sendAgain(Lane lane) {
    try {
      Set<String> before = lane.ids();
      Set<String> stored = new HashSet<>();
      outboxes.of(lane.documentId).forEach(entry -> stored.add(entry.eventId()));
      lanes.computeIfPresent(
          lane.documentId,
          (id, present) -> {
            present.drop(eventId -> before.contains(eventId) && !stored.contains(eventId));
            return present.isEmpty() ? null : present;
          });
      advanceSoon(lane.documentId);
    } catch (RuntimeException | Error e) {
      LOGGER.warn("outbox {}: {} is looked at again shortly", name, lane.documentId, e);
      retryLater(lane);
    }
  }

  private void maintain() {
    try {
      pull();
      pulled.age();
      if (overflowed && lanes.size() < MAX_LANES / 2) {
        sweep();
      }
    } catch (RuntimeException e) {
      LOGGER.warn("outbox {}: what was sent stays in the store for now", name, e);
    }
  }

  private void pull() {
    Map<String, List<String>> batch = new HashMap<>();
    for (String id : acknowledged.keySet()) {
      acknowledged.computeIfPresent(
          id,
          (key, ids) -> {
            batch.put(key, List.copyOf(ids));
            return ids;
          });
    }
    outboxes.pull(batch);
    batch.values().forEach(pulled::addAll);
    batch.forEach((id, sent) ->
        acknowledged.computeIfPresent(
            id,
            (key, ids) -> {
              ids.removeAll(sent);
              return ids.isEmpty() ? null : ids;
            }));
  }

  /// Pulls what is known to be sent and stops; events left in memory stay in the store.
  @Override
  public void close() {
    closed = true;
    sends.close();
    if (timer.finish()) {
      try {
        pull();
      } catch (RuntimeException e) {
        LOGGER.warn("outbox {}: closing without the last pull", name, e);
      }
    }
  }

  /// The unsent events of one document.
  private static final class Lane {

    private record Waiting(OutboxEntry entry, CompletableFuture<Void> sent) {}

    private final String documentId;
    private final Deque<Waiting> waiting = new ArrayDeque<>();
    private boolean inFlight;

    Lane(String documentId) {
      this.documentId = documentId;
    }

    synchronized void add(List<OutboxEntry> outbox, Predicate<String> sentAlready) {
      Set<String> known = ids();
      for (OutboxEntry entry : outbox) {
        if (known.add(entry.eventId()) && !sentAlready.test(entry.eventId())) {
          waiting.addLast(new Waiting(entry, new CompletableFuture<>()));
        }
      }
    }

    synchronized Set<String> ids() {
      Set<String> ids = new HashSet<>();
      waiting.forEach(one -> ids.add(one.entry().eventId()));
      return ids;
    }

    synchronized void drop(Predicate<String> gone) {
      waiting.removeIf(one -> {
        boolean drop = gone.test(one.entry().eventId());
        if (drop) {
          one.sent().complete(null);
        }
        return drop;
      });
    }

    synchronized boolean isEmpty() {
      return waiting.isEmpty();
    }

    synchronized @Nullable CompletableFuture<Void> last() {
      Waiting last = waiting.peekLast();
      return last == null ? null : last.sent();
    }

    synchronized @Nullable OutboxEntry begin() {
      Waiting first = waiting.peekFirst();
      if (inFlight || first == null) {
        return null;
      }
      inFlight = true;
      return first.entry();
    }

    synchronized void failed() {
      inFlight = false;
    }

    synchronized void succeeded(OutboxEntry entry) {
      inFlight = false;
      Waiting first = waiting.peekFirst();
      if (first != null && first.entry().eventId().equals(entry.eventId())) {
        waiting.removeFirst();
        first.sent().complete(null);
      }
    }
  }
}
