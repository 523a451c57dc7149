package io.openvpos.fraud.lists;

import io.openvpos.fraud.lists.domain.ListEntry;
import io.openvpos.fraud.lists.domain.ListName;
import io.openvpos.money.Mode;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Puts values on lists and takes them off.
public final class ListDesk {

  /// What an instance holds in memory and loads in about a second.
  public static final int MAX_STANDING = 200_000;

  /// Entries written by one command.
  private static final int A_WRITE = 1_000;

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
    Added added = put(List.of(wish), by).getFirst();
    entries.changed();
    return added;
  }

  /// Adds many; returns how many did not stand yet. Cut short, it has added some, and whoever asks
  /// again adds the rest.
  public int addAll(List<Wish> wishes, String by) {
    long added = 0;
    for (int from = 0; from < wishes.size(); from += A_WRITE) {
      List<Wish> some = wishes.subList(from, Math.min(from + A_WRITE, wishes.size()));
      added += put(some, by).stream().filter(Added::added).count();
    }
    entries.changed();
    return Math.toIntExact(added);
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
        entries.ofKeys(Set.of(key(wish))).stream()
            .anyMatch(e -> e.source().equals(wish.source()) && e.reason().equals(wish.reason()));
    if (!heard) {
      add(wish, by);
    }
  }

  /// Takes off what that source had put there; what people put there stays.
  public void removeOwn(ListName list, String value, @Nullable Mode mode, String source) {
    for (ListEntry entry : entries.ofKeys(Set.of(ListKeys.of(list, mode, value)))) {
      if (entry.source().equals(source) && entry.removedAt() == null) {
        entries.remove(entry.id(), source, clock.instant());
      }
    }
    entries.changed();
  }

  /// Each time it stands is an entry of its own, so that the past keeps what stood then. Two at
  /// once want the same number, and one of them finds the other's.
  private List<Added> put(List<Wish> wishes, String by) {
    Instant now = clock.instant();
    Map<String, List<ListEntry>> known = known(wishes);
    Map<String, Wish> fresh = new HashMap<>();
    List<Added> made = new ArrayList<>();
    for (Wish wish : wishes) {
      List<ListEntry> before = known.computeIfAbsent(key(wish), key -> new ArrayList<>());
      Optional<ListEntry> standing =
          before.stream().filter(e -> stands(e, now) && grants(e, wish)).findFirst();
      ListEntry entry = standing.orElseGet(() -> entry(wish, next(before), by, now));
      made.add(new Added(entry, standing.isEmpty()));
      if (standing.isEmpty()) {
        before.add(entry);
        fresh.put(entry.id(), wish);
      }
    }
    Set<String> taken = entries.add(made.stream().filter(Added::added).map(Added::entry).toList());
    if (!taken.isEmpty()) {
      made.removeIf(each -> taken.contains(each.entry().id()));
      made.addAll(put(taken.stream().map(fresh::get).toList(), by));
    }
    return made;
  }

  private Map<String, List<ListEntry>> known(List<Wish> wishes) {
    Set<String> keys = wishes.stream().map(ListDesk::key).collect(Collectors.toSet());
    return entries.ofKeys(keys).stream()
        .collect(Collectors.groupingBy(ListEntry::key, Collectors.toCollection(ArrayList::new)));
  }

  private static int next(List<ListEntry> before) {
    return 1 + before.stream().mapToInt(ListEntry::number).max().orElse(0);
  }

  private static ListEntry entry(Wish wish, int number, String by, Instant now) {
    return new ListEntry(
        key(wish) + "_" + number,
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
  }

  private static String key(Wish wish) {
    return ListKeys.of(wish.list(), wish.mode(), wish.value());
  }

  /// Whether the wish needs no entry of its own as long as this one stands.
  private static boolean grants(ListEntry entry, Wish wish) {
    boolean stays =
        entry.source().equals(wish.source()) || !entry.source().equals(ListEntry.CHARGEBACK);
    return stays && lasts(entry, wish.expiresAt());
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
