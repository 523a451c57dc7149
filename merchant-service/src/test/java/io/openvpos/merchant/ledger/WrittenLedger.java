package io.openvpos.merchant.ledger;

import io.openvpos.merchant.contract.domain.ContractBook;
import io.openvpos.merchant.contract.domain.ContractTerms;
import io.openvpos.merchant.ledger.domain.day.EndedDays;
import io.openvpos.merchant.ledger.domain.journal.Balances;
import io.openvpos.merchant.ledger.domain.journal.EntryDraft;
import io.openvpos.merchant.ledger.domain.journal.EntryType;
import io.openvpos.merchant.ledger.domain.journal.Head;
import io.openvpos.merchant.ledger.domain.journal.HeadKey;
import io.openvpos.merchant.ledger.domain.journal.JournalEntry;
import io.openvpos.merchant.ledger.domain.journal.Portion;
import io.openvpos.merchant.ledger.domain.journal.Source;
import io.openvpos.merchant.ledger.domain.posting.Drafting;
import io.openvpos.merchant.ledger.domain.posting.Fact;
import io.openvpos.merchant.ledger.domain.posting.Movement;
import io.openvpos.merchant.ledger.domain.posting.Sale;
import io.openvpos.money.Mode;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.Currency;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;

/// One head with every kind of entry in it, as a reader finds it: the last few may still be
/// pending, and newer ones may be stored already.
public final class WrittenLedger implements HeadReading, EntryReading {

  public static final HeadKey KEY = new HeadKey("mer_1", Mode.TEST, Currency.getInstance("TRY"));
  public static final LocalDate FIRST = LocalDate.of(2026, 11, 23);
  private static final Instant NOON = Instant.parse("2026-11-23T09:00:00Z");
  private static final Source SOURCE = new Source("authorization.payments.v1", 0);
  private static final EntryType[] TRANSFERS = {
    EntryType.RESERVE_HELD,
    EntryType.RESERVE_RELEASED,
    EntryType.PAYOUT_INSTRUCTED,
    EntryType.PAYOUT_CONFIRMED,
    EntryType.PAYOUT_REJECTED,
    EntryType.PAYOUT_RETURNED
  };

  public final List<JournalEntry> entries = new ArrayList<>();
  private Head head = Head.empty(KEY);
  private int pending;

  /// Each day has about ten entries; one in five belongs to a neighbouring day.
  public static WrittenLedger random(long seed, int count) {
    Random random = new Random(seed);
    WrittenLedger ledger = new WrittenLedger();
    for (long number = 0; number < count; number++) {
      int shift = random.nextInt(5) == 0 ? random.nextInt(3) - 1 : 0;
      LocalDate day = FIRST.plusDays(Math.max(0, number / 10 + shift));
      ledger.post(movement(random), day, "A-" + number);
    }
    ledger.pending = count == 0 ? 0 : random.nextInt(Math.min(count, 4));
    return ledger;
  }

  /// Appends one entry.
  public WrittenLedger post(Movement movement, LocalDate day, String orderId) {
    long number = head.seq() + 1;
    Sale sale =
        movement.type().batchLine()
            ? new Sale(
                "pay_" + number, null, orderId, "visa", "domestic_credit", "6111", 1, "R", "C")
            : null;
    Instant at = NOON.plus(Duration.ofMinutes((number * 389) % 1_000));
    EntryDraft draft =
        Drafting.draft(
            new Fact("ev_" + number, KEY, day, at, movement, sale),
            number,
            EndedDays.none(SOURCE),
            ContractBook.first(ContractTerms.demo()));
    Head.Appended appended = head.append(List.of(draft), Set.of());
    head = appended.head();
    entries.addAll(appended.added());
    return this;
  }

  private static Movement movement(Random random) {
    long amount = 1L + random.nextInt(1_000_000);
    return switch (random.nextInt(7)) {
      case 0 -> new Movement.Refund(amount, List.of(new Portion(amount, 1, 0, amount)));
      case 1 -> new Movement.Adjustment(random.nextBoolean() ? amount : -amount);
      case 2 -> new Movement.Fee(random.nextBoolean() ? amount : -amount, 1);
      case 3 -> new Movement.BatchClose(random.nextBoolean() ? amount : -amount);
      case 4 -> new Movement.Transfer(TRANSFERS[random.nextInt(TRANSFERS.length)], amount);
      default -> new Movement.Capture(amount, 1);
    };
  }

  public Head head() {
    List<JournalEntry> held =
        head.pending().subList(head.pending().size() - pending, head.pending().size());
    return new Head(
        KEY, head.version(), head.seq(), head.balances(), head.paidOut(), head.lastHash(), held);
  }

  /// As a reader sees it that read the head before the last `appended` entries were.
  public HeadReading headBefore(int appended) {
    WrittenLedger earlier = new WrittenLedger();
    for (JournalEntry entry : entries.subList(0, entries.size() - appended)) {
      earlier.head = earlier.head.append(List.of(entry.draft()), Set.of()).head();
    }
    return earlier;
  }

  @Override
  public List<Head> existing(Collection<HeadKey> keys) {
    return keys.contains(KEY) && head.seq() > 0 ? List.of(head()) : List.of();
  }

  @Override
  public List<Head> all() {
    return List.of(head());
  }

  @Override
  public List<JournalEntry> page(HeadKey key, long afterSeq, int limit) {
    return stored()
        .filter(entry -> entry.seq() > afterSeq && entry.seq() <= afterSeq + limit)
        .toList();
  }

  @Override
  public Iterator<JournalEntry> between(HeadKey key, long firstSeq, long lastSeq) {
    return stored()
        .filter(entry -> firstSeq <= entry.seq() && entry.seq() <= lastSeq)
        .sorted(Comparator.comparingLong(JournalEntry::seq))
        .iterator();
  }

  @Override
  public List<JournalEntry> pageOfDay(HeadKey key, LocalDate day, long afterSeq, int limit) {
    throw new AssertionError("not asked here");
  }

  @Override
  public void scan(HeadKey key, Optional<LocalDate> from, Consumer<EntryAmounts> each) {
    stored()
        .filter(entry -> from.isEmpty() || !entry.draft().salesDay().isBefore(from.get()))
        .map(EntryAmounts::of)
        .forEach(each);
  }

  @Override
  public Map<HeadKey, Balances> balancesThrough(LocalDate day) {
    throw new AssertionError("not asked here");
  }

  /// One pending entry of two is stored already.
  private Stream<JournalEntry> stored() {
    long released = head.seq() - pending;
    return entries.stream().filter(entry -> entry.seq() <= released || entry.seq() % 2 == 0);
  }
}
