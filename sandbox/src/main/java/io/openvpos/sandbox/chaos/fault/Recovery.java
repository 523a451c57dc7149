package io.openvpos.sandbox.chaos.fault;

import io.openvpos.sandbox.chaos.load.Timeline;
import io.openvpos.sandbox.chaos.process.Landscape;
import io.openvpos.sandbox.chaos.process.ServiceKind;
import io.openvpos.sandbox.chaos.process.Waiting;
import java.time.Duration;

/// Says when everything is well again: every service is ready and every instance of the edge has
/// answered a request that came after the fault.
final class Recovery {

  private static final Duration LIMIT = Duration.ofMinutes(4);

  /// Asking eight services how they are takes processor time that they need themselves.
  private static final Duration EVERY = Duration.ofMillis(300);

  private final Landscape landscape;
  private final Timeline timeline;

  Recovery(Landscape landscape, Timeline timeline) {
    this.landscape = landscape;
    this.timeline = timeline;
  }

  /// False if it does not come to that within four minutes.
  ///
  /// @param since when the fault was over
  boolean await(long since) {
    return Waiting.until(
        LIMIT,
        EVERY,
        () ->
            timeline.everyEdgeAnsweredSince(since, ServiceKind.INSTANCES)
                && landscape.servicesReady());
  }

  /// Only what a fault of a line can disturb: no service goes down by it.
  boolean awaitAnswers(long since) {
    return Waiting.until(
        LIMIT, () -> timeline.everyEdgeAnsweredSince(since, ServiceKind.INSTANCES));
  }
}
