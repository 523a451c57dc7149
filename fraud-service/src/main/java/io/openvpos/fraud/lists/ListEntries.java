package io.openvpos.fraud.lists;

import io.openvpos.fraud.lists.domain.ListEntry;
import io.openvpos.fraud.lists.domain.ListName;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The entries of all lists. None is ever deleted.
public interface ListEntries {

  /// False if there is one of that id.
  boolean add(ListEntry entry);

  /// All that were ever made for a value, the oldest first.
  ///
  /// @param key as [ListKeys] makes it
  List<ListEntry> ofKey(String key);

  Optional<ListEntry> find(String id);

  /// False if it was removed before.
  boolean remove(String id, String by, Instant at);

  /// By id; those that stand, expired ones included.
  ///
  /// @param list null for every list
  List<ListEntry> page(@Nullable ListName list, @Nullable String startingAfter, int limit);

  /// Those of a canonical value that were not removed, on any list.
  List<ListEntry> ofValue(String value);

  /// All that were not removed.
  List<ListEntry> standing();

  /// All that ever were, for judging the past.
  List<ListEntry> all();

  /// A number that rises after changes.
  long changes();

  /// Tells every instance that there was a change.
  void changed();
}
