package io.openvpos.messaging.outbox;

import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;

/// The outboxes of one collection, as its relay needs them.
public interface Outboxes {

  /// The events in the document's outbox, oldest first; none if there is no such document.
  List<OutboxEntry> of(String documentId);

  /// Every document with events left, by its id.
  void forEach(BiConsumer<String, List<OutboxEntry>> each);

  /// Takes the events of each document out of its outbox.
  ///
  /// @param eventIds by document id
  void pull(Map<String, List<String>> eventIds);
}
