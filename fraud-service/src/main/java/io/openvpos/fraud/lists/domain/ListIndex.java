package io.openvpos.fraud.lists.domain;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// The entries of one list, by value; BINs by where their ranges begin, addresses by the lengths of
/// the blocks there are.
final class ListIndex {

  private record Range(BinRange range, ListEntry entry) {}

  private final ListEntity entity;
  private final Map<String, List<ListEntry>> exact = new HashMap<>();
  private final Map<IpBlock, List<ListEntry>> blocks = new HashMap<>();
  private final TreeSet<Integer> lengths = new TreeSet<>();
  private final List<Range> ranges = new ArrayList<>();

  /// Of the ranges up to each place, the highest end: going back may stop below it.
  private int[] highest = {};

  private ListIndex(ListEntity entity) {
    this.entity = entity;
  }

  static ListIndex of(ListEntity entity, List<ListEntry> entries) {
    ListIndex index = new ListIndex(entity);
    for (ListEntry entry : entries) {
      switch (entity) {
        case BIN ->
            BinRange.parse(entry.value()).ifPresent(r -> index.ranges.add(new Range(r, entry)));
        case IP -> IpBlock.parse(entry.value()).ifPresent(block -> index.add(block, entry));
        default ->
            index.exact.computeIfAbsent(entry.value(), value -> new ArrayList<>()).add(entry);
      }
    }
    index.sort();
    return index;
  }

  boolean anyMatch(String value, Predicate<ListEntry> counts) {
    return switch (entity) {
      case BIN -> !ranges.isEmpty() && anyRange(BinRange.of(value), counts);
      case IP -> !lengths.isEmpty() && anyBlock(value, counts);
      case EMAIL -> !exact.isEmpty() && anyEmail(value.toLowerCase(Locale.ROOT), counts);
      case CARD, DEVICE, COUNTRY, MERCHANT -> !exact.isEmpty() && any(exact.get(value), counts);
    };
  }

  private boolean anyEmail(String email, Predicate<ListEntry> counts) {
    int at = email.lastIndexOf('@');
    return any(exact.get(email), counts) || (at > 0 && any(exact.get(email.substring(at)), counts));
  }

  private boolean anyBlock(String value, Predicate<ListEntry> counts) {
    Optional<byte[]> address = IpBlock.address(value);
    if (address.isEmpty()) {
      return false;
    }
    int most = address.get().length * Byte.SIZE;
    for (int bits : lengths.headSet(most, true)) {
      if (any(blocks.get(IpBlock.of(address.get(), bits)), counts)) {
        return true;
      }
    }
    return false;
  }

  private boolean anyRange(int bin, Predicate<ListEntry> counts) {
    int low = 0;
    int high = ranges.size();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (ranges.get(middle).range().from() <= bin) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    for (int place = low - 1; place >= 0 && highest[place] >= bin; place--) {
      Range found = ranges.get(place);
      if (found.range().to() >= bin && counts.test(found.entry())) {
        return true;
      }
    }
    return false;
  }

  private void add(IpBlock block, ListEntry entry) {
    lengths.add(block.bits());
    blocks.computeIfAbsent(block, value -> new ArrayList<>()).add(entry);
  }

  private void sort() {
    ranges.sort(Comparator.comparingInt(each -> each.range().from()));
    highest = new int[ranges.size()];
    int end = Integer.MIN_VALUE;
    for (int place = 0; place < highest.length; place++) {
      end = Math.max(end, ranges.get(place).range().to());
      highest[place] = end;
    }
  }

  private static boolean any(@Nullable List<ListEntry> found, Predicate<ListEntry> counts) {
    return found != null && found.stream().anyMatch(counts);
  }
}
