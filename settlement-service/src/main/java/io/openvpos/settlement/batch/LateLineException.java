package io.openvpos.settlement.batch;

import io.openvpos.settlement.batch.domain.Line;

/// A line that came first after the mark of its day and source: it would be in no batch. The
/// partition stops.
public final class LateLineException extends IllegalStateException {

  private static final long serialVersionUID = 1L;

  private final int place;

  LateLineException(Line line, int place) {
    super("entry " + line.id() + " of " + line.salesDay() + " came after the day's mark");
    this.place = place;
  }

  /// Where it stood among the lines given; those before it have been taken in.
  public int place() {
    return place;
  }
}
