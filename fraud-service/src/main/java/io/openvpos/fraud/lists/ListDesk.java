package io.openvpos.fraud.lists;

import io.openvpos.fraud.lists.domain.ListEntry;
import io.openvpos.fraud.lists.domain.ListName;
import io.openvpos.money.Mode;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Puts values on lists and takes them off.
public final class ListDesk {

  /// What an instance holds in memory and loads in about a second.
  public static final int MAX_STANDING = 200_000;

  private final ListEntries entries;
  private final Clock clock;

  public ListDesk(ListEntries entries, Clock clock) {
    this.entries = entries;
    this.clock = clock;
  }

  /// What is to stand on a list.
  ///
  /// @param value canonical
  /// @param mode null for both
  /// @param expiresAt null for never
  public record Wish(
      ListName list,
      String value,
      @Nullable Mode mode,
      String reason,
      String source,
      @Nullable Instant expiresAt) {}

  /// What became of a wish.
  ///
  /// @param added false where it already stood, unchanged and for at least as long
  public record Added(ListEntry entry, boolean added) {}

  /// Adds one and tells every instance.
  public Added add(Wish wish, String by) {
    Added added = put(wish, by);
    entries.changed();
    return added;
  }

  /// Adds many; returns how many did not stand yet.
  public int addAll(List<Wish> wishes, String by) {
    int added = 0;
    for (Wish wish : wishes) {
      added += put(wish, by).added() ? 1 : 0;
    }
    entries.changed();
    return added;
  }

  /// Empty if there is none such; removing twice is removing once.
  public Optional<ListEntry> remove(String id, String by) {
    if (entries.find(id).isEmpty()) {
      return Optional.empty();
    }
    entries.remove(id, by, clock.instant());
    entries.changed();
    return entries.find(id);
  }

  /// Adds what a fact asks for, unless that fact had been heard before: a person may have taken it
  /// off since.
  public void addOnce(Wish wish, String by) {
    boolean heard =
        entries.ofKey(ListKeys.of(wish.list(), wish.mode(), wish.value())).stream()
            .anyMatch(e -> e.source().equals(wish.source()) && e.reason().equals(wish.reason()));
    if (!heard) {
      add(wish, by);
    }
  }

  /// Takes off what that source had put there; what people put there stays.
  public void removeOwn(ListName list, String value, @Nullable Mode mode, String source) {
    for (ListEntry entry : entries.ofKey(ListKeys.of(list, mode, value))) {
      if (entry.source().equals(source) && entry.removedAt() == null) {
        entries.remove(entry.id(), source, clock.instant());
      }
    }
    entries.changed();
  }

  /// Each time it stands is an entry of its own, so that the past keeps what stood then. Two at
  /// once want the same number, and one of them finds the other's.
  private Added put(Wish wish, String by) {
    Instant now = clock.instant();
    String key = ListKeys.of(wish.list(), wish.mode(), wish.value());
    while (true) {
      List<ListEntry> before = entries.ofKey(key);
      Optional<ListEntry> standing =
          before.stream().filter(e -> stands(e, now) && lasts(e, wish.expiresAt())).findFirst();
      if (standing.isPresent()) {
        return new Added(standing.get(), false);
      }
      ListEntry entry =
          new ListEntry(
              key + "_" + (before.size() + 1),
              wish.list(),
              wish.value(),
              wish.mode(),
              wish.reason(),
              wish.source(),
              by,
              now,
              wish.expiresAt(),
              null,
              null);
      if (entries.add(entry)) {
        return new Added(entry, true);
      }
    }
  }

  private static boolean lasts(ListEntry entry, @Nullable Instant until) {
    Instant expiresAt = entry.expiresAt();
    return expiresAt == null || (until != null && !expiresAt.isBefore(until));
  }

  private static boolean stands(ListEntry entry, Instant now) {
    Instant expiresAt = entry.expiresAt();
    return entry.removedAt() == null && (expiresAt == null || expiresAt.isAfter(now));
  }
}
