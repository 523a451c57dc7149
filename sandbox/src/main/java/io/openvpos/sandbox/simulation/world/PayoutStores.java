package io.openvpos.sandbox.simulation.world;

import io.openvpos.messaging.outbox.OutboxEntry;
import io.openvpos.messaging.outbox.OutboxRelay;
import io.openvpos.settlement.batch.domain.Head;
import io.openvpos.settlement.payout.domain.FileStore;
import io.openvpos.settlement.payout.domain.Payables;
import io.openvpos.settlement.payout.domain.PayablesStore;
import io.openvpos.settlement.payout.domain.Payout;
import io.openvpos.settlement.payout.domain.PayoutFact;
import io.openvpos.settlement.payout.domain.PayoutStore;
import io.openvpos.settlement.payout.domain.ReserveMovement;
import io.openvpos.settlement.payout.kafka.PayoutPublisher;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Settlement's collections after the cut: payables, payouts, files.
final class PayoutStores {

  private final Map<String, PayablesStore.Stored> payables = new TreeMap<>();
  private final Map<String, Payout> payouts = new TreeMap<>();
  private final Map<String, ReserveMovement> reserves = new TreeMap<>();
  private final Map<String, FileStore.DueFile> files = new TreeMap<>();
  private final Set<String> settled = new HashSet<>();
  private final List<PayoutFact> facts = new ArrayList<>();
  final SimulatedOutboxes.Arrays outboxes = new SimulatedOutboxes.Arrays();

  List<Payables> payables() {
    return payables.values().stream().map(PayablesStore.Stored::payables).toList();
  }

  /// What was ever decided of payouts, in order.
  List<PayoutFact> facts() {
    return List.copyOf(facts);
  }

  boolean allSettled() {
    return settled.containsAll(files.keySet());
  }

  PayablesStore payables(StoreCalls calls, OutboxRelay relay, PayoutPublisher words) {
    return new Heads(calls, relay, words);
  }

  PayoutStore payouts(StoreCalls calls) {
    return new Payouts(calls);
  }

  FileStore files(StoreCalls calls) {
    return new Files(calls);
  }

  private final class Heads implements PayablesStore {

    private final StoreCalls calls;
    private final OutboxRelay relay;
    private final PayoutPublisher words;

    Heads(StoreCalls calls, OutboxRelay relay, PayoutPublisher words) {
      this.calls = calls;
      this.relay = relay;
      this.words = words;
    }

    @Override
    public Optional<Stored> find(Head head) {
      Optional<Stored> found =
          calls.read("read payables", () -> Optional.ofNullable(payables.get(head.id())));
      relay.submit(head.id(), outboxes.of(head.id()));
      return found;
    }

    @Override
    public void forEach(Consumer<Payables> each) {
      calls.read("read all payables", PayoutStores.this::payables).forEach(each);
    }

    @Override
    public boolean insert(Payables.Change change) {
      return changed(change, 0);
    }

    @Override
    public boolean replace(Stored read, Payables.Change change) {
      return changed(change, read.version());
    }

    private boolean changed(Payables.Change change, long version) {
      String id = change.next().head().id();
      List<OutboxEntry> added =
          Stream.concat(
                  change.facts().stream().map(words::publish),
                  change.moved().stream().map(words::publish))
              .toList();
      boolean won = calls.write("change payables", () -> put(id, change, version, added));
      if (won) {
        relay.submit(id, outboxes.of(id));
      }
      return won;
    }

    private boolean put(String id, Payables.Change change, long version, List<OutboxEntry> added) {
      PayablesStore.Stored current = payables.get(id);
      if ((current == null ? 0 : current.version()) != version) {
        return false;
      }
      payables.put(id, new PayablesStore.Stored(change.next(), version + 1));
      facts.addAll(change.facts());
      outboxes.push(id, added);
      return true;
    }
  }

  private final class Payouts implements PayoutStore {

    private final StoreCalls calls;

    Payouts(StoreCalls calls) {
      this.calls = calls;
    }

    @Override
    public void insertMissing(List<Payout> found) {
      for (Payout payout : found) {
        calls.put("insert payout", () -> payouts.putIfAbsent(payout.id(), payout));
      }
    }

    @Override
    public void insertMissingReserves(List<ReserveMovement> found) {
      for (ReserveMovement moved : found) {
        calls.put("insert reserve", () -> reserves.putIfAbsent(moved.eventId(), moved));
      }
    }

    @Override
    public Set<String> reserveEventsOf(LocalDate day) {
      return calls.read(
          "read reserves",
          () ->
              reserves.values().stream()
                  .filter(moved -> moved.day().equals(day))
                  .map(ReserveMovement::eventId)
                  .collect(Collectors.toSet()));
    }

    @Override
    public Optional<Payout> find(String id) {
      return calls.read("read payout", () -> Optional.ofNullable(payouts.get(id)));
    }

    @Override
    public List<Payout> ofClose(LocalDate day) {
      return calls.read(
          "read payouts",
          () ->
              payouts.values().stream()
                  .filter(payout -> payout.day().equals(day) && !payout.isReissue())
                  .toList());
    }

    @Override
    public List<Payout> ofChain(Head head, LocalDate day) {
      return calls.read(
          "read payouts of a close",
          () ->
              payouts.values().stream()
                  .filter(payout -> payout.day().equals(day) && payout.head().equals(head))
                  .sorted(Comparator.comparingInt(Payout::number))
                  .toList());
    }
  }

  private final class Files implements FileStore {

    private final StoreCalls calls;

    Files(StoreCalls calls) {
      this.calls = calls;
    }

    @Override
    public void insertMissing(DueFile file, int count, long controlSum) {
      calls.put("insert file", () -> files.putIfAbsent(file.messageId(), file));
    }

    @Override
    public List<DueFile> open() {
      return calls.read(
          "read open files",
          () ->
              files.values().stream().filter(file -> !settled.contains(file.messageId())).toList());
    }

    @Override
    public void settled(String messageId) {
      calls.put("settle file", () -> settled.add(messageId));
    }

    @Override
    public Optional<DueFile> find(String messageId) {
      return calls.read("read file", () -> Optional.ofNullable(files.get(messageId)));
    }

    /// The simulation corrects no accounts.
    @Override
    public boolean withdraw(DueFile file, int count, long controlSum) {
      return false;
    }
  }
}
