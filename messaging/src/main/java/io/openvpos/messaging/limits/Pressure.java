package io.openvpos.messaging.limits;

import java.util.List;
import java.util.function.IntSupplier;
import java.util.function.Supplier;

/// Whether what was written waits too long to be sent, because the broker is slow or away. Sales go
/// on through a short outage, for their facts wait in the outboxes; but not without end.
final class Pressure {

  private final Supplier<List<IntSupplier>> backlogs;
  private final int bound;

  /// @param backlogs asked for at the first request, when everything that has one exists
  Pressure(Supplier<List<IntSupplier>> backlogs, int bound) {
    this.backlogs = backlogs;
    this.bound = bound;
  }

  boolean isHigh() {
    return backlogs.get().stream().anyMatch(backlog -> backlog.getAsInt() > bound);
  }
}
