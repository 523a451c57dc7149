package io.openvpos.fraud.lists.domain;

import io.openvpos.money.Mode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Predicate;

/// Entries, found by what a payment has. Made once; read by any thread.
public final class ListBook {

  private final List<ListIndex> indexes;
  private final int size;

  private ListBook(List<ListIndex> indexes, int size) {
    this.indexes = indexes;
    this.size = size;
  }

  public static ListBook of(Collection<ListEntry> entries) {
    List<List<ListEntry>> byList = new ArrayList<>();
    ListName.values().forEach(name -> byList.add(new ArrayList<>()));
    entries.forEach(entry -> byList.get(entry.list().number()).add(entry));
    List<ListIndex> indexes = new ArrayList<>();
    for (ListName name : ListName.values()) {
      indexes.add(ListIndex.of(name.entity(), byList.get(name.number())));
    }
    return new ListBook(List.copyOf(indexes), entries.size());
  }

  public int size() {
    return size;
  }

  /// Which entries count for one payment.
  public record Moment(Predicate<ListEntry> counts) {

    /// A payment that is being judged.
    public static Moment of(Instant occurredAt, Mode mode) {
      return new Moment(entry -> entry.concerns(mode) && entry.standsFor(occurredAt));
    }

    /// A payment of the past, judged by what was on the lists then: an entry that a payment's own
    /// chargeback made does not speak against it.
    public static Moment past(Instant occurredAt, Mode mode) {
      return new Moment(entry -> entry.concerns(mode) && entry.stoodAt(occurredAt));
    }
  }

  public boolean has(int list, String value, Moment moment) {
    return indexes.get(list).anyMatch(value, moment.counts());
  }
}
