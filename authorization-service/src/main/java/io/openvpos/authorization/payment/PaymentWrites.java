package io.openvpos.authorization.payment;

import io.openvpos.authorization.payment.PaymentWrites.Step.Keep;
import io.openvpos.authorization.payment.PaymentWrites.Step.Store;
import io.openvpos.authorization.payment.domain.Payment;
import io.openvpos.authorization.payment.domain.PaymentEvent;
import io.openvpos.messaging.day.BusinessDays;
import io.openvpos.messaging.day.Stamp;
import io.openvpos.messaging.task.Tasks;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.Lock;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// The one place where a payment changes: read, decide under a stamp, compare-and-set. A lost race
/// reads and decides again; an unknown acknowledgement does the same, and the decision finds its
/// own work there. On one instance the changes of one payment come one after another.
public final class PaymentWrites {

  /// Payments share these locks; a change holds one for a few milliseconds, never across a network
  /// call to the issuer.
  private static final int LOCKS = 1024;

  /// Lost races come only from other instances, so they are few.
  private static final int MAX_RACES = 100;

  private static final int MAX_OUTAGES = 4;
  private static final long FIRST_PAUSE_MILLIS = 50;

  private final Payments payments;
  private final BusinessDays days;
  private final List<BiConsumer<Payment, List<PaymentEvent>>> listeners =
      new CopyOnWriteArrayList<>();
  private final List<Consumer<String>> finders = new CopyOnWriteArrayList<>();
  private final Tasks tasks;
  private final List<Lock> locks;

  public PaymentWrites(Payments payments, BusinessDays days, Tasks tasks) {
    this.payments = payments;
    this.days = days;
    this.tasks = tasks;
    locks = IntStream.range(0, LOCKS).mapToObj(_ -> tasks.lock()).toList();
  }

  /// What to do with the payment as it was read. Asked again after a lost race.
  @FunctionalInterface
  interface Change<T> {
    Step<T> on(PaymentRecord current, Moment moment);
  }

  /// One decided step.
  sealed interface Step<T> {

    /// Nothing to store.
    record Keep<T>(T result) implements Step<T> {}

    /// `result` holds if `after` gets stored.
    record Store<T>(PaymentRecord after, List<PaymentEvent> events, T result) implements Step<T> {}
  }

  /// Told of every payment that was stored and of what happened to it, after the store said so.
  void onStored(BiConsumer<Payment, List<PaymentEvent>> listener) {
    listeners.add(listener);
  }

  /// Told of every payment whose change was given up: whether it was stored nobody here knows, so
  /// somebody has to look at what it left.
  void onGivenUp(Consumer<String> finder) {
    finders.add(finder);
  }

  void givenUp(String paymentId) {
    finders.forEach(finder -> finder.accept(paymentId));
  }

  /// Refuses work that could not be finished: without a business day no outcome can be stored.
  void requireDay() {
    days.today();
  }

  /// Runs under a stamp that stays out until the store has answered.
  <T> T stamped(Function<Moment, T> work) {
    try (Stamp stamp = days.stamp()) {
      return work.apply(new Moment(stamp.at().truncatedTo(ChronoUnit.MILLIS), stamp.day()));
    }
  }

  /// Inserts a payment. False if its id is taken.
  boolean add(PaymentRecord first, List<PaymentEvent> events) {
    boolean added = payments.add(first, events);
    if (added) {
      listeners.forEach(listener -> listener.accept(first.payment(), events));
    }
    return added;
  }

  /// @param seen the payment as the caller read it a moment ago; null to read it here
  <T> T change(String paymentId, @Nullable PaymentRecord seen, Change<T> change) {
    Lock lock = locks.get(Math.floorMod(paymentId.hashCode(), LOCKS));
    boolean waited = !lock.tryLock();
    if (waited) {
      lock.lock();
    }
    boolean known = false;
    try {
      T result = repeat(paymentId, waited ? null : seen, change);
      known = true;
      return result;
    } finally {
      lock.unlock();
      if (!known) {
        givenUp(paymentId);
      }
    }
  }

  private <T> T repeat(String paymentId, @Nullable PaymentRecord seen, Change<T> change) {
    PaymentRecord current = seen;
    int outages = 0;
    for (int race = 0; race < MAX_RACES; race++) {
      try {
        PaymentRecord read = current == null ? read(paymentId) : current;
        Step<T> step = stamped(moment -> attempt(read, change.on(read, moment), moment));
        switch (step) {
          case Keep<T> keep -> {
            if (outages > 0) {
              recovered(read);
            }
            return keep.result();
          }
          case Store<T> _ -> current = null;
        }
      } catch (StoreUnavailableException e) {
        current = null;
        if (++outages > MAX_OUTAGES) {
          throw e;
        }
        pause(FIRST_PAUSE_MILLIS << outages);
      }
    }
    throw new StoreUnavailableException(
        new IllegalStateException("too many lost races on " + paymentId));
  }

  /// A stored step becomes its result; one that lost its race is handed back.
  private <T> Step<T> attempt(PaymentRecord read, Step<T> step, Moment moment) {
    if (!(step instanceof Store<T> store)) {
      return step;
    }
    if (!payments.store(read, store.after().forgetting(moment.at()), store.events())) {
      return step;
    }
    listeners.forEach(listener -> listener.accept(store.after().payment(), store.events()));
    return new Keep<>(store.result());
  }

  /// The write whose acknowledgement was lost may have happened: its facts wait in the outbox.
  void recovered(PaymentRecord read) {
    payments.send(read);
    listeners.forEach(listener -> listener.accept(read.payment(), List.of()));
  }

  private PaymentRecord read(String paymentId) {
    return payments
        .find(paymentId)
        .orElseThrow(() -> new IllegalStateException("no such payment: " + paymentId));
  }

  private void pause(long millis) {
    try {
      tasks.pause(Duration.ofMillis(millis));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new StoreUnavailableException(e);
    }
  }
}
