package io.openvpos.settlement.batch.domain;

import java.util.Collection;
import java.util.List;

/// Where entries that are no lines are kept, each once by its head and cause.
public interface PostedStore {

  /// For who has no use of them.
  PostedStore NONE =
      new PostedStore() {
        @Override
        public void insertMissing(Posted entry) {}

        @Override
        public List<Posted> find(Collection<String> eventIds) {
          return List.of();
        }
      };

  /// One already stored is passed over.
  void insertMissing(Posted entry);

  /// Those of `eventIds` that are stored, by event id.
  List<Posted> find(Collection<String> eventIds);
}
