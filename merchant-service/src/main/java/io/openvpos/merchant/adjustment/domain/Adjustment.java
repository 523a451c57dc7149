package io.openvpos.merchant.adjustment.domain;

import org.jspecify.annotations.Nullable;

/// Money moved by hand, by four eyes: one person asks, another decides.
///
/// | state | action | next |
/// |---|---|---|
/// | pending | approve, by another person | approved, with its booking and its event |
/// | pending | reject, by another person | rejected |
/// | decided | the same decision by the same person | unchanged |
/// | decided | anything else | refused |
///
/// @param version of the stored document: 1 as asked, 2 as decided
/// @param asked who asked
/// @param decided who decided; null while pending
/// @param booking present exactly on approved ones
public record Adjustment(
    String id,
    long version,
    Wanted wanted,
    AdjustmentStatus status,
    Signature asked,
    @Nullable Signature decided,
    @Nullable Booking booking) {

  public Adjustment {
    if ((status == AdjustmentStatus.PENDING) != (decided == null)
        || (status == AdjustmentStatus.APPROVED) != (booking != null)) {
      throw new IllegalStateException("adjustment " + id + " is half decided");
    }
  }

  /// What became of a decision.
  public sealed interface Outcome {
    /// To be stored.
    record Decided(Adjustment adjustment) implements Outcome {}

    /// The same person had decided the same before.
    record AlreadySo(Adjustment adjustment) implements Outcome {}

    /// Whoever asked cannot decide.
    record FourEyes() implements Outcome {}

    /// It was decided before, otherwise or by somebody else.
    record TooLate() implements Outcome {}
  }

  public static Adjustment pending(String id, Wanted wanted, Signature asked) {
    return new Adjustment(id, 1, wanted, AdjustmentStatus.PENDING, asked, null, null);
  }

  /// Of the one fact about it: that it was approved.
  public String eventId() {
    return id + ":" + version;
  }

  public Outcome approve(Signature by, Booking booking) {
    return decide(by, AdjustmentStatus.APPROVED, booking);
  }

  public Outcome reject(Signature by) {
    return decide(by, AdjustmentStatus.REJECTED, null);
  }

  private Outcome decide(Signature by, AdjustmentStatus to, @Nullable Booking booked) {
    if (by.subject().equals(asked.subject())) {
      return new Outcome.FourEyes();
    }
    if (decided != null) {
      boolean same = status == to && decided.subject().equals(by.subject());
      return same ? new Outcome.AlreadySo(this) : new Outcome.TooLate();
    }
    return new Outcome.Decided(new Adjustment(id, version + 1, wanted, to, asked, by, booked));
  }
}
