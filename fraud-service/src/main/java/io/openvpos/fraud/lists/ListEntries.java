package io.openvpos.fraud.lists;

import io.openvpos.fraud.lists.domain.ListEntry;
import io.openvpos.fraud.lists.domain.ListName;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The entries of all lists. None is ever deleted.
public interface ListEntries {

  /// Adds those whose ids are free.
  ///
  /// @return the ids that were taken
  Set<String> add(List<ListEntry> entries);

  /// All that were ever made for these values.
  ///
  /// @param keys as [ListKeys] makes them
  List<ListEntry> ofKeys(Collection<String> keys);

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
