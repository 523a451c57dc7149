package io.openvpos.sandbox.simulation.world;

import io.openvpos.messaging.outbox.OutboxEntry;
import io.openvpos.messaging.outbox.OutboxRelay;
import io.openvpos.settlement.batch.domain.DayTotal;
import io.openvpos.settlement.businessday.domain.BusinessDay;
import io.openvpos.settlement.businessday.domain.BusinessDaySequence;
import io.openvpos.settlement.businessday.domain.DayFact;
import io.openvpos.settlement.businessday.domain.DayLog;
import io.openvpos.settlement.businessday.domain.DayTerms;
import io.openvpos.settlement.businessday.domain.SequenceStore;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/// The sequence of business days and the record of each.
final class DayStores {

  private static final String SEQUENCE = "business-days";

  private final Map<LocalDate, BusinessDay> days = new TreeMap<>();
  private SequenceStore.@Nullable Stored sequence;
  final SimulatedOutboxes.Arrays outboxes = new SimulatedOutboxes.Arrays();

  List<BusinessDay> days() {
    return List.copyOf(days.values());
  }

  Optional<BusinessDaySequence> current() {
    return Optional.ofNullable(sequence).map(SequenceStore.Stored::sequence);
  }

  SequenceStore sequence(
      StoreCalls calls, OutboxRelay relay, Function<DayFact, OutboxEntry> words) {
    return new Sequence(calls, relay, words);
  }

  DayLog log(StoreCalls calls) {
    return new Log(calls);
  }

  private final class Sequence implements SequenceStore {

    private final StoreCalls calls;
    private final OutboxRelay relay;
    private final Function<DayFact, OutboxEntry> words;

    Sequence(StoreCalls calls, OutboxRelay relay, Function<DayFact, OutboxEntry> words) {
      this.calls = calls;
      this.relay = relay;
      this.words = words;
    }

    @Override
    public Optional<Stored> read() {
      Optional<Stored> found = calls.read("read sequence", () -> Optional.ofNullable(sequence));
      relay.submit(SEQUENCE, outboxes.of(SEQUENCE));
      return found;
    }

    @Override
    public boolean begin(BusinessDaySequence.Change change) {
      return changed(change, 0);
    }

    @Override
    public boolean replace(Stored read, BusinessDaySequence.Change change) {
      return changed(change, read.version());
    }

    private boolean changed(BusinessDaySequence.Change change, long version) {
      List<OutboxEntry> added = change.facts().stream().map(words).toList();
      boolean won =
          calls.write(
              "change sequence",
              () -> {
                Stored current = sequence;
                if ((current == null ? 0 : current.version()) != version) {
                  return false;
                }
                sequence = new Stored(change.next(), version + 1);
                outboxes.push(SEQUENCE, added);
                return true;
              });
      if (won) {
        relay.submit(SEQUENCE, outboxes.of(SEQUENCE));
      }
      return won;
    }
  }

  private final class Log implements DayLog {

    private final StoreCalls calls;

    Log(StoreCalls calls) {
      this.calls = calls;
    }

    @Override
    public void opened(LocalDate day, Instant cutOff) {
      set(day, was -> with(was, cutOff, was.cutOffAt(), was.terms(), was.closedAt(), was.digest()));
    }

    @Override
    public void closing(LocalDate day, Instant cutOffAt, DayTerms terms) {
      set(
          day,
          was -> with(was, was.scheduledCutOff(), cutOffAt, terms, was.closedAt(), was.digest()));
    }

    @Override
    public void cut(LocalDate day, int batches) {
      set(day, was -> counted(was, batches, was.payouts(), was.totals()));
    }

    @Override
    public void paid(LocalDate day, int payouts, List<DayTotal> totals) {
      set(day, was -> counted(was, was.batches(), payouts, totals));
    }

    @Override
    public void closed(LocalDate day, Instant closedAt, String digest) {
      set(
          day,
          was -> with(was, was.scheduledCutOff(), was.cutOffAt(), was.terms(), closedAt, digest));
    }

    @Override
    public Optional<BusinessDay> find(LocalDate day) {
      return calls.read("read day", () -> Optional.ofNullable(days.get(day)));
    }

    @Override
    public List<BusinessDay> list(Optional<LocalDate> before, int limit) {
      throw new UnsupportedOperationException("nobody lists here");
    }

    private void set(LocalDate day, UnaryOperator<BusinessDay> change) {
      BusinessDay blank =
          new BusinessDay(day, Instant.EPOCH, null, null, null, null, null, null, null);
      calls.put("write day", () -> days.put(day, change.apply(days.getOrDefault(day, blank))));
    }

    private static BusinessDay with(
        BusinessDay was,
        Instant cutOff,
        @Nullable Instant cutOffAt,
        @Nullable DayTerms terms,
        @Nullable Instant closedAt,
        @Nullable String digest) {
      return new BusinessDay(
          was.day(),
          cutOff,
          cutOffAt,
          terms,
          closedAt,
          was.batches(),
          was.payouts(),
          was.totals(),
          digest);
    }

    private static BusinessDay counted(
        BusinessDay was,
        @Nullable Integer batches,
        @Nullable Integer payouts,
        @Nullable List<DayTotal> totals) {
      return new BusinessDay(
          was.day(),
          was.scheduledCutOff(),
          was.cutOffAt(),
          was.terms(),
          was.closedAt(),
          batches,
          payouts,
          totals,
          was.digest());
    }
  }
}
