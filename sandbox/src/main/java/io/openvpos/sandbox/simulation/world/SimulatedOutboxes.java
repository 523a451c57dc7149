package io.openvpos.sandbox.simulation.world;

import io.openvpos.messaging.outbox.OutboxEntry;
import io.openvpos.messaging.outbox.Outboxes;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;

/// The outbox arrays of one collection, as the relay of one process reaches them.
final class SimulatedOutboxes implements Outboxes {

  /// The arrays themselves, shared by all processes.
  static final class Arrays {
    private final Map<String, List<OutboxEntry>> byDocument = new LinkedHashMap<>();

    List<OutboxEntry> of(String documentId) {
      return List.copyOf(byDocument.getOrDefault(documentId, List.of()));
    }

    void push(String documentId, List<OutboxEntry> added) {
      byDocument.computeIfAbsent(documentId, _ -> new ArrayList<>()).addAll(added);
    }

    boolean allEmpty() {
      return byDocument.values().stream().allMatch(List::isEmpty);
    }
  }

  private final Arrays arrays;
  private final StoreCalls calls;

  SimulatedOutboxes(Arrays arrays, StoreCalls calls) {
    this.arrays = arrays;
    this.calls = calls;
  }

  @Override
  public List<OutboxEntry> of(String documentId) {
    return calls.read("read outbox", () -> arrays.of(documentId));
  }

  @Override
  public void forEach(BiConsumer<String, List<OutboxEntry>> each) {
    List<String> ids = calls.read("find outboxes", () -> List.copyOf(arrays.byDocument.keySet()));
    for (String id : ids) {
      List<OutboxEntry> left = arrays.of(id);
      if (!left.isEmpty()) {
        each.accept(id, left);
      }
    }
  }

  /// A bulk of single-document writes.
  @Override
  public void pull(Map<String, List<String>> eventIds) {
    eventIds.forEach((id, ids) ->
        calls.put(
            "pull from outbox",
            () -> {
              List<OutboxEntry> outbox = arrays.byDocument.get(id);
              if (outbox != null) {
                outbox.removeIf(entry -> ids.contains(entry.eventId()));
              }
            }));
  }
}
