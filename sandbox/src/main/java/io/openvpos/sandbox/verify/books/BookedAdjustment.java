package io.openvpos.sandbox.verify.books;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// An adjustment as merchant-service keeps it.
///
/// @param version 2 once it is decided
/// @param head `merchant|mode|currency`
/// @param amount signed from the merchant's view; of a fee with or without its tax
/// @param salesDay of approved ones
public record BookedAdjustment(
    String id,
    long version,
    String head,
    long amount,
    boolean approved,
    String askedBy,
    @Nullable String decidedBy,
    @Nullable LocalDate salesDay) {

  /// Of its approval.
  public String eventId() {
    return id + ":" + version;
  }
}
