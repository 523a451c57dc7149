package io.openvpos.authorization.payment;

import io.openvpos.authorization.payment.domain.Attempt;
import io.openvpos.authorization.payment.domain.PaymentEvent;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Payments by compare-and-set, without a store. Can lose the acknowledgement of a write that it
/// did, and go away with it.
final class InMemoryPayments implements Payments {

  private final Map<String, PaymentRecord> records = new ConcurrentHashMap<>();
  private final List<PaymentEvent.Fact> facts = new CopyOnWriteArrayList<>();
  private final AtomicInteger acknowledgementsToLose = new AtomicInteger();
  private final AtomicInteger writes = new AtomicInteger();
  private final List<String> sent = new CopyOnWriteArrayList<>();
  private volatile boolean goesAway;
  private volatile boolean away;

  void loseAcknowledgements(int count) {
    acknowledgementsToLose.set(count);
  }

  /// The next write happens, and from then on nothing is answered.
  void goAwayWithTheNextWrite() {
    goesAway = true;
  }

  void comeBack() {
    goesAway = false;
    away = false;
  }

  /// The payments whose outboxes were handed over again.
  List<String> sent() {
    return List.copyOf(sent);
  }

  List<PaymentEvent.Fact> facts() {
    return List.copyOf(facts);
  }

  int writes() {
    return writes.get();
  }

  PaymentRecord only() {
    return records.values().iterator().next();
  }

  int count() {
    return records.size();
  }

  void put(PaymentRecord record) {
    records.put(record.id(), record);
  }

  @Override
  public Optional<PaymentRecord> find(String paymentId) {
    answering();
    return Optional.ofNullable(records.get(paymentId));
  }

  @Override
  public boolean add(PaymentRecord first, List<PaymentEvent> events) {
    answering();
    boolean added = records.putIfAbsent(first.id(), first) == null;
    return acknowledged(added, events);
  }

  @Override
  public boolean store(PaymentRecord before, PaymentRecord after, List<PaymentEvent> events) {
    answering();
    boolean[] stored = {false};
    records.computeIfPresent(
        before.id(),
        (id, current) -> {
          stored[0] = current.version() == before.version();
          return stored[0] ? raised(after) : current;
        });
    return acknowledged(stored[0], events);
  }

  private boolean acknowledged(boolean written, List<PaymentEvent> events) {
    if (written) {
      writes.incrementAndGet();
      events.stream()
          .filter(PaymentEvent.Fact.class::isInstance)
          .map(PaymentEvent.Fact.class::cast)
          .forEach(facts::add);
    }
    away = goesAway;
    answering();
    if (acknowledgementsToLose.getAndUpdate(left -> Math.max(0, left - 1)) > 0) {
      throw new StoreUnavailableException(new IllegalStateException("lost on purpose"));
    }
    return written;
  }

  private void answering() {
    if (away) {
      throw new StoreUnavailableException(new IllegalStateException("away on purpose"));
    }
  }

  private static PaymentRecord raised(PaymentRecord after) {
    return new PaymentRecord(
        after.payment(),
        after.version() + 1,
        after.writer(),
        after.requestHash(),
        after.answer(),
        after.operations(),
        after.timeline(),
        after.unsent());
  }

  @Override
  public void send(PaymentRecord read) {
    sent.add(read.id());
  }

  @Override
  public void sendLeft() {}

  @Override
  public List<PaymentRecord> list(PaymentQuery query) {
    PaymentQuery.Filters wanted = query.filters();
    return records.values().stream()
        .filter(record -> record.payment().terms().merchantId().equals(query.merchantId()))
        .filter(record -> record.payment().terms().mode() == query.mode())
        .filter(record -> {
          String last4 = wanted.last4();
          return last4 == null || last4.equals(record.payment().terms().card().last4());
        })
        .filter(record -> {
          Attempt attempt = record.payment().attempt();
          String rrn = wanted.rrn();
          return rrn == null || (attempt != null && rrn.equals(attempt.rrn()));
        })
        .toList();
  }

  @Override
  public List<PaymentRecord> unacknowledged(int tries, @Nullable String startingAfter, int limit) {
    return records.values().stream()
        .filter(record ->
            record.payment().nextAdvice().filter(next -> next.tries() >= tries).isPresent())
        .toList();
  }

  @Override
  public void forEachNeedingAttention(Instant now, Consumer<String> each) {
    new ArrayList<>(records.keySet()).forEach(each);
  }
}
