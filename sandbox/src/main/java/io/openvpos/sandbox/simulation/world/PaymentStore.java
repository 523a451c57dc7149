package io.openvpos.sandbox.simulation.world;

import io.openvpos.authorization.payment.Facts;
import io.openvpos.authorization.payment.PaymentQuery;
import io.openvpos.authorization.payment.PaymentRecord;
import io.openvpos.authorization.payment.Payments;
import io.openvpos.authorization.payment.domain.Payment;
import io.openvpos.authorization.payment.domain.PaymentEvent;
import io.openvpos.messaging.outbox.OutboxEntry;
import io.openvpos.messaging.outbox.OutboxRelay;
import io.openvpos.sandbox.simulation.machine.Violation;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// The payments' collection, and what was ever decided in it.
public final class PaymentStore {

  private final Map<String, PaymentRecord> records = new LinkedHashMap<>();
  private final Map<String, PaymentEvent.Fact> facts = new LinkedHashMap<>();
  private final Set<String> lateAnswers = new HashSet<>();
  private final SimulatedOutboxes.Arrays outboxes = new SimulatedOutboxes.Arrays();

  public List<PaymentRecord> all() {
    return List.copyOf(records.values());
  }

  /// Every fact that a stored payment tells, by its event id.
  public Map<String, PaymentEvent.Fact> facts() {
    return facts;
  }

  boolean heardLate(String rrn) {
    return lateAnswers.contains(rrn);
  }

  public boolean allSent() {
    return outboxes.allEmpty();
  }

  SimulatedOutboxes outboxes(StoreCalls calls) {
    return new SimulatedOutboxes(outboxes, calls);
  }

  Payments payments(StoreCalls calls, Facts words, OutboxRelay relay) {
    return new Access(calls, words, relay);
  }

  private boolean add(PaymentRecord first, List<PaymentEvent> events, List<OutboxEntry> outbox) {
    if (records.containsKey(first.id())) {
      return false;
    }
    put(first, events, outbox);
    return true;
  }

  private boolean store(
      PaymentRecord before,
      PaymentRecord after,
      List<PaymentEvent> events,
      List<OutboxEntry> added) {
    PaymentRecord current = records.get(before.id());
    if (current == null || current.version() != before.version()) {
      return false;
    }
    put(versioned(after, current.version() + 1), events, added);
    return true;
  }

  private void put(PaymentRecord record, List<PaymentEvent> events, List<OutboxEntry> added) {
    check(record.payment());
    records.put(record.id(), record);
    outboxes.push(record.id(), added);
    for (PaymentEvent event : events) {
      if (event instanceof PaymentEvent.Fact fact) {
        facts.put(record.id() + ":" + fact.seq(), fact);
      }
      if (event instanceof PaymentEvent.LateAnswerArrived late) {
        lateAnswers.add(late.rrn());
      }
    }
  }

  private static void check(Payment payment) {
    long refunded = payment.amountRefunded().minorUnits();
    long captured = payment.amountCaptured().minorUnits();
    Violation.unless(
        0 <= refunded
            && refunded <= captured
            && captured <= payment.amountAuthorized().minorUnits(),
        "refunded <= captured <= authorized: " + payment);
  }

  private Optional<PaymentRecord> find(String id) {
    PaymentRecord record = records.get(id);
    return record == null ? Optional.empty() : Optional.of(withUnsent(record));
  }

  private PaymentRecord withUnsent(PaymentRecord record) {
    return new PaymentRecord(
        record.payment(),
        record.version(),
        record.writer(),
        record.requestHash(),
        record.answer(),
        record.operations(),
        record.timeline(),
        outboxes.of(record.id()));
  }

  private static PaymentRecord versioned(PaymentRecord record, long version) {
    return new PaymentRecord(
        record.payment(),
        version,
        record.writer(),
        record.requestHash(),
        record.answer(),
        record.operations(),
        record.timeline(),
        List.of());
  }

  /// One process's port. After each write the relay is handed everything in the outbox, as by the
  /// real one.
  private final class Access implements Payments {

    private final StoreCalls calls;
    private final Facts words;
    private final OutboxRelay relay;

    Access(StoreCalls calls, Facts words, OutboxRelay relay) {
      this.calls = calls;
      this.words = words;
      this.relay = relay;
    }

    @Override
    public Optional<PaymentRecord> find(String paymentId) {
      return calls.read("read payment", () -> PaymentStore.this.find(paymentId));
    }

    @Override
    public boolean add(PaymentRecord first, List<PaymentEvent> events) {
      List<OutboxEntry> outbox = words.of(first.payment(), events);
      boolean added = calls.write(name(events), () -> PaymentStore.this.add(first, events, outbox));
      if (added) {
        relay.submit(first.id(), outbox);
      }
      return added;
    }

    @Override
    public boolean store(PaymentRecord before, PaymentRecord after, List<PaymentEvent> events) {
      List<OutboxEntry> added = words.of(after.payment(), events);
      boolean stored =
          calls.write(name(events), () -> PaymentStore.this.store(before, after, events, added));
      if (stored) {
        List<OutboxEntry> outbox = new ArrayList<>(before.unsent());
        outbox.addAll(added);
        relay.submit(before.id(), outbox);
      }
      return stored;
    }

    private static String name(List<PaymentEvent> events) {
      return events.isEmpty() ? "payment" : events.getFirst().getClass().getSimpleName();
    }

    @Override
    public void send(PaymentRecord read) {
      relay.submit(read.id(), read.unsent());
    }

    @Override
    public void sendLeft() {
      relay.sweep();
    }

    @Override
    public List<PaymentRecord> list(PaymentQuery query) {
      throw new UnsupportedOperationException("nobody lists here");
    }

    @Override
    public List<PaymentRecord> unacknowledged(
        int tries, @Nullable String startingAfter, int limit) {
      throw new UnsupportedOperationException("nobody asks a person here");
    }

    @Override
    public void forEachNeedingAttention(Instant now, Consumer<String> each) {
      calls.read("find open payments", () -> List.copyOf(records.keySet())).forEach(each);
    }
  }
}
